import type { Directory } from "../directory";
import type { PrincipalId } from "../ids";
import type { PrincipalKind } from "../principal";

/** What a person calls the kind of a principal: a managed identity is a service principal whose keys Azure keeps. */
export type PrincipalSort = PrincipalKind | "managedIdentity";

/** undefined where nobody tells. */
export const principalSort = (
  { servicePrincipals }: Pick<Directory, "servicePrincipals">,
  id: PrincipalId,
  kind: PrincipalKind | undefined,
): PrincipalSort | undefined =>
  kind === "servicePrincipal" && servicePrincipals.get(id)?.type === "managedIdentity" ? "managedIdentity" : kind;
