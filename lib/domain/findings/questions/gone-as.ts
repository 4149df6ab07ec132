import type { PrincipalId } from "@/lib/domain/ids";
import type { Assessment } from "../engine/assessment";

/** How somebody is known to be gone. An application registration's id is nobody's either, but the work behind it goes on. */
export function goneAs(
  id: PrincipalId,
  { principal, directory, tenant }: Pick<Assessment, "principal" | "directory" | "tenant">,
): "deleted" | "disabled" | undefined {
  if (principal(id).state === "deleted")
    return tenant?.applications.get(id)?.state === "application" ? undefined : "deleted";
  const account = directory?.users.get(id) ?? directory?.servicePrincipals.get(id);
  return account?.enabled === false ? "disabled" : undefined;
}
