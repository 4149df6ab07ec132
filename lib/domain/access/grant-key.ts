import { principalId, roleId } from "../ids";
import type { AccessIndex } from "./access-index";
import { grantAt, grantsHeldBy, type Grant } from "./grant";
import { scopeKey } from "./scope-table";

/** Names a grant whatever index it stands in, so that a link to it lasts: kind, holder, role and scope. */
export const grantKey = ({ kind, principal, role, scope }: Pick<Grant, "kind" | "principal" | "role" | "scope">) =>
  keyAt(kind, principal, role, scopeKey(scope));

/** The same where the scope's key is at hand. */
export const keyAt = (kind: string, principal: string, role: string, scope: string): string =>
  `${kind}:${principal}:${role}:${scope}`;

/** `malformed`: the text names no grant at all. */
export type FoundGrant = Readonly<{ kind: "found"; grant: Grant } | { kind: "absent" | "malformed" }>;

export function findGrant(index: AccessIndex, key: string): FoundGrant {
  const [kind, holder = "", role = ""] = key.split(":", 3);
  const principal = principalId(holder);
  if (!kind || !principal || !roleId(role)) return { kind: "malformed" };
  const wanted = key.toLowerCase();
  for (const number of grantsHeldBy(index, principal)) {
    const grant = grantAt(index, number);
    if (grantKey(grant).toLowerCase() === wanted) return { kind: "found", grant };
  }
  return { kind: "absent" };
}
