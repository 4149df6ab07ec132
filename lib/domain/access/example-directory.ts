import type { Directory, GroupFacts, Membership, ServicePrincipalFacts, UserFacts } from "../directory";
import type { PrincipalId } from "../ids";
import type { Principal } from "../principal";

export type ExampleGroup = Readonly<{
  type?: GroupFacts["type"];
  members?: readonly PrincipalId[];
  membership?: Membership;
}>;

/** A directory for tests. What is given is found, enabled and a security group whose members were read. */
export function aDirectory(given: {
  users?: Readonly<Record<PrincipalId, Partial<UserFacts>>>;
  groups?: Readonly<Record<PrincipalId, ExampleGroup>>;
  servicePrincipals?: Readonly<Record<PrincipalId, Partial<ServicePrincipalFacts>>>;
  deleted?: readonly PrincipalId[];
}): Directory {
  const { users = {}, groups = {}, servicePrincipals = {}, deleted = [] } = given;
  const entries = <Facts>(record: Readonly<Record<PrincipalId, Facts>>) =>
    Object.entries(record) as [PrincipalId, Facts][];
  const principals = new Map<PrincipalId, Principal>();
  const found = (id: PrincipalId, kind: "user" | "group" | "servicePrincipal") =>
    principals.set(id, { id, state: "found", kind, name: `${kind} ${id.slice(-2)}`, detail: undefined });
  for (const [id] of entries(users)) found(id, "user");
  for (const [id] of entries(groups)) found(id, "group");
  for (const [id] of entries(servicePrincipals)) found(id, "servicePrincipal");
  for (const id of deleted) principals.set(id, { id, state: "deleted" });
  return {
    principals,
    users: new Map(entries(users).map(([id, facts]) => [id, { enabled: true, guest: false, ...facts }])),
    groups: new Map(
      entries(groups).map(([id, group]) => [
        id,
        { type: "type" in group ? group.type : "security", dynamic: false, roleAssignable: undefined },
      ]),
    ),
    servicePrincipals: new Map(
      entries(servicePrincipals).map(([id, facts]) => [
        id,
        { type: "application", enabled: true, credentials: [], ...facts },
      ]),
    ),
    memberships: new Map(
      entries(groups).map(([id, { members = [], membership }]) => [id, membership ?? { state: "read", members }]),
    ),
  };
}
