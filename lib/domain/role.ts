import type { RoleId } from "./ids";

/** One entry of a role: what it allows less what it takes away again. Entries are judged one by one, then united. */
export type Permission = Readonly<{
  actions: readonly string[];
  notActions: readonly string[];
  dataActions: readonly string[];
  notDataActions: readonly string[];
}>;

export type Role = Readonly<{
  id: RoleId;
  name: string;
  description: string | undefined;
  kind: "builtIn" | "custom";
  permissions: readonly Permission[];
}>;
