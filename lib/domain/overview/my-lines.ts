import { byUse } from "@/lib/domain/my-access/by-use";
import type { MyGrant } from "@/lib/domain/my-access/my-grant";

/** A role that can be activated on the same terms, or is active, on one or more scopes of a customer. */
export type MyLine = Readonly<{ first: MyGrant; grants: readonly MyGrant[] }>;

/** What is active first, then what can be activated; what is blocked is left out, and so is what is held anyway. */
export function myLines(grants: readonly MyGrant[]): readonly MyLine[] {
  const lines = new Map<string, MyGrant[]>();
  for (const grant of byUse(grants)) {
    const { kind, state, customer, role } = grant;
    if (state.kind === "blocked" || (kind === "standing" && state.kind !== "active")) continue;
    const alike = state.kind === "active" || state.kind === "asked" ? grant.id : termsOf(grant);
    const key = `${customer} ${role.id} ${state.kind} ${alike}`;
    const own = lines.get(key);
    if (own) own.push(grant);
    else lines.set(key, [grant]);
  }
  return Array.from(lines.values(), (own) => ({ first: own[0]!, grants: own }));
}

const termsOf = ({ policy }: MyGrant): string =>
  policy ? [policy.mfa, ...policy.longest, ...policy.approvers.map(({ principal }) => principal.id)].join(" ") : "";
