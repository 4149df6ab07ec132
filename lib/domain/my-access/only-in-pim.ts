import type { RoleId } from "../ids";
import type { MyRoles } from "../my-roles";
import { exactScope, type Scope } from "../scope";
import type { MyState } from "./my-grant";
import { stateOf } from "./my-state";

/** The names are PIM's own, as far as it tells them. */
type Found = Readonly<{
  id: string;
  scope: Scope;
  scopeName: string | undefined;
  role: RoleId;
  roleName: string | undefined;
  state: MyState;
}>;

/** What PIM knows of and no readable offer explains: `listed` are the ids of what offers do. */
export function onlyInPim(roles: MyRoles | undefined, listed: ReadonlySet<string>, now: number): Found[] {
  const found = new Map<string, Found>();
  for (const at of [...(roles?.places.values() ?? []), ...(roles?.unseen ?? [])]) {
    if (at.state !== "answered") continue;
    const { eligibilities, activations } = at;
    const eligible = eligibilities.state === "served" ? eligibilities.items : [];
    const active =
      activations.state === "served"
        ? activations.items.filter(({ kind, until }) => kind === "activated" && (until === undefined || until > now))
        : [];
    for (const { scope: path, scopeName, role, roleName } of [...eligible, ...active]) {
      const scope = exactScope(path);
      const id = `${path} ${role} eligible`;
      if (!scope || listed.has(id) || found.has(id)) continue;
      const state = stateOf({ path, role }, at, roles, undefined, now);
      found.set(id, { id, scope, scopeName, role, roleName, state });
    }
  }
  return [...found.values()];
}
