import type { PrincipalId, RoleId } from "../ids";
import type { Inventory } from "../inventory";
import type { Principal } from "../principal";
import { delegatedPrivilegeOf, privilegeOf, type PrivilegeLevel } from "../roles/privilege";
import type { AccessIndex } from "./access-index";
import type { Answer, Reason } from "./answer";
import type { GrantKind } from "./grant";
import { principalIn } from "./people";
import { principalSort, type PrincipalSort } from "./principal-sort";
import type { Reachers } from "./reachers";

type Named<Id> = Readonly<{ id: Id; name: string | undefined }>;

/** A principal that reaches something with one role, or that a grant names in vain. */
export type ReacherRow = Readonly<{
  id: string;
  principal: Principal;
  principalName: string | undefined;
  sort: PrincipalSort | undefined;
  role: Named<RoleId>;
  level: PrivilegeLevel | undefined;
  /** What kinds of access it has with this role; for what gives nothing, what kind that is. */
  access: readonly GrantKind[];
  /** The holders of the grants: itself, or groups that it is in. */
  through: readonly Named<PrincipalId>[];
  isDirect: boolean;
  gives: Answer;
  reasons: readonly Reason[];
  /** Only for what gives nothing: one of its grants. */
  grant: number | undefined;
  activeUntil: number | undefined;
}>;

const kinds: readonly GrantKind[] = ["standing", "eligible", "assigned"];

/** Those who reach the target, and after them what is granted there and gives nothing. */
export function reacherRows(index: AccessIndex, { reachers, inVain }: Reachers): ReacherRow[] {
  const nameOf = (id: PrincipalId) => {
    const principal = principalIn(index, id);
    return principal.state === "found" ? principal.name : undefined;
  };
  const whoIs = (id: PrincipalId, kind: (typeof reachers)[number]["kind"]) => ({
    principal: principalIn(index, id),
    principalName: nameOf(id),
    sort: principalSort(index.directory, id, kind),
  });
  const roleOf = (id: RoleId, access: readonly GrantKind[]) => ({
    role: { id, name: index.inventory.roles.get(id)?.name },
    level: levelOf(index.inventory, id, access),
    access,
  });
  const reached = reachers.map((one): ReacherRow => {
    const access = kinds.filter((kind) => one[kind] !== "no");
    return {
      id: `${one.principal}:${one.role}`,
      ...whoIs(one.principal, one.kind),
      ...roleOf(one.role, access),
      through: one.through.map((id) => ({ id, name: nameOf(id) })),
      isDirect: one.through.includes(one.principal),
      gives: kinds.some((kind) => one[kind] === "yes") ? "yes" : "cannotSee",
      reasons: one.doubts,
      grant: undefined,
      activeUntil: one.activeUntil,
    };
  });
  const nothing = inVain.map((one): ReacherRow => ({
    id: `${one.principal}:${one.role}:${one.access}:${one.through}`,
    ...whoIs(one.principal, one.kind),
    ...roleOf(one.role, [one.access]),
    through: [{ id: one.through, name: nameOf(one.through) }],
    isDirect: one.through === one.principal,
    gives: "no",
    reasons: one.reasons,
    grant: one.grant,
    activeUntil: undefined,
  }));
  return [...reached, ...nothing];
}

/** A delegation carries no data actions of a role; what Azure assigned does. */
function levelOf({ roles }: Pick<Inventory, "roles">, id: RoleId, access: readonly GrantKind[]) {
  const role = roles.get(id);
  return role && (access.includes("assigned") ? privilegeOf(role) : delegatedPrivilegeOf(role)).level;
}
