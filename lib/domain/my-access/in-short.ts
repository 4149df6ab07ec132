import type { Scope } from "../scope";
import type { TenantId } from "../ids";
import type { MyGrant } from "./my-grant";

/** The strongest of what one holds, and of what one may activate; both may be missing. */
export type InShort = Readonly<{ standing: MyGrant | undefined; eligible: MyGrant | undefined }>;

/** What I have at a customer, or on a scope: given there or above it. What surely gives nothing is left out. */
export function myAccessInShort(
  grants: readonly MyGrant[],
  at: Readonly<{ customer: TenantId }> | Readonly<{ scope: Scope }>,
): InShort {
  const here = grants.filter(
    (grant) => grant.gives !== "no" && ("scope" in at ? covers(grant, at.scope) : grant.customer === at.customer),
  );
  const strongest = (kind: MyGrant["kind"]) =>
    here
      .filter((grant) => grant.kind === kind)
      .reduce<MyGrant | undefined>(
        (best, grant) => ((grant.level ?? 0) > (best?.level ?? -1) ? grant : best),
        undefined,
      );
  return { standing: strongest("standing"), eligible: strongest("eligible") };
}

const covers = ({ scope }: MyGrant, asked: Scope): boolean =>
  scope.subscription === asked.subscription &&
  (scope.kind === "subscription" ||
    (asked.kind === "resourceGroup" && scope.resourceGroup.toLowerCase() === asked.resourceGroup.toLowerCase()));
