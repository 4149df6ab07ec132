import type { Call } from "../call";
import type { Entry } from "./directory";

const granted = new WeakMap<readonly string[], ReadonlySet<string>>();

/** Without the resource's prefix, as a world may write it; a permission to write holds the one to read. */
const withReadRights = (permissions: readonly string[]): ReadonlySet<string> => {
  const known = granted.get(permissions);
  if (known) return known;
  const names = permissions.map((permission) => permission.replace(/^.*\//, ""));
  const all = new Set(names.flatMap((name) => [name, name.replace(".ReadWrite.", ".Read.")]));
  granted.set(permissions, all);
  return all;
};

/** Delegated permissions of a person's token; an application calling as itself has what was consented to in its world. */
const permissionsOf = ({ caller, world }: Call) =>
  withReadRights(caller.kind === "user" ? caller.scopes : world.consented);

export const hasAny = (call: Call, permissions: readonly string[]): boolean => {
  const own = permissionsOf(call);
  return permissions.some((permission) => own.has(permission));
};

export const readsUsers = ["User.ReadBasic.All", "User.Read.All", "Directory.Read.All"] as const;
export const readsGroups = ["GroupMember.Read.All", "Group.Read.All", "Directory.Read.All"] as const;
/** The newest least-privileged permission shows who is in a group, but nothing of the group itself. */
export const readsMembers = ["GroupMember.ReadBasic.All", ...readsGroups] as const;
export const readsApplications = ["Application.Read.All", "Directory.Read.All"] as const;

/** How much of an object the caller may see: a person's basic profile leaves out whether the account is enabled. */
export type Sight = "all" | "basic" | "none";

export const sightOf = (call: Call, { kind, row }: Entry): Sight => {
  const { caller } = call;
  const isCaller = row.id.toLowerCase() === caller.objectId.toLowerCase();
  switch (kind) {
    case "user":
      if (hasAny(call, ["User.Read.All", "Directory.Read.All"])) return "all";
      if (isCaller && hasAny(call, ["User.Read"])) return "all";
      return hasAny(call, ["User.ReadBasic.All"]) ? "basic" : "none";
    case "group":
      return hasAny(call, readsGroups) ? "all" : "none";
    case "servicePrincipal":
      return isCaller || hasAny(call, readsApplications) ? "all" : "none";
  }
};
