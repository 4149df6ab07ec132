import type { RoleId } from "@/lib/domain/ids";
import { delegabilityOf } from "@/lib/domain/roles/delegability";
import type { Assessment } from "../engine/assessment";

/** Azure takes the role into no authorization, or has no such role; false where it does and where nobody can tell. */
export function isRefusedRole(
  id: RoleId,
  { role: roleOf, inventory }: Pick<Assessment, "role" | "inventory">,
): boolean {
  const role = roleOf(id);
  return role
    ? delegabilityOf(role).standing.kind === "refused"
    : inventory.coverage.sources.roles.state === "complete";
}
