import type { RoleId } from "../ids";
import type { MyRoles } from "../my-roles";
import { exactScope, type Scope } from "../scope";
import type { MyState } from "./my-grant";
import { stateOf } from "./my-state";

type Found = Readonly<{ id: string; scope: Scope; role: RoleId; state: MyState }>;

/** What PIM knows of and no readable offer explains: `listed` are the ids of what offers do. */
export function onlyInPim(roles: MyRoles | undefined, listed: ReadonlySet<string>, now: number): Found[] {
  const found = new Map<string, Found>();
  for (const at of roles?.places.values() ?? []) {
    if (at.state !== "answered") continue;
    const { eligibilities, activations } = at;
    const eligible = eligibilities.state === "served" ? eligibilities.items : [];
    const active =
      activations.state === "served"
        ? activations.items.filter(({ kind, until }) => kind === "activated" && (until === undefined || until > now))
        : [];
    for (const { scope: path, role } of [...eligible, ...active]) {
      const scope = exactScope(path);
      const id = `${path} ${role} eligible`;
      if (!scope || listed.has(id) || found.has(id)) continue;
      found.set(id, { id, scope, role, state: stateOf({ path, role }, at, roles, undefined, now) });
    }
  }
  return [...found.values()];
}
