import type { Role } from "@/lib/domain/role";
import { delegabilityOf } from "@/lib/domain/roles/delegability";
import type { Assessment } from "../engine/assessment";
import type { AuthorizationLine } from "../subject";

/** Why nobody may hold a line as eligible. */
export type Bar = "cloud" | "servicePrincipal" | "role";

/** undefined: it can be eligible, or nobody can tell that it cannot. */
export function barredFromEligible(
  { authorization: { principal: holder, role: id } }: AuthorizationLine,
  { hasEligible, principal, role: roleOf }: Pick<Assessment, "hasEligible" | "principal" | "role">,
): Bar | undefined {
  if (!hasEligible) return "cloud";
  const role = roleOf(id);
  if (role && !canBeEligible(role)) return "role";
  const held = principal(holder);
  return held.state !== "deleted" && held.kind === "servicePrincipal" ? "servicePrincipal" : undefined;
}

const known = new WeakMap<Role, boolean>();

/** Azure takes it into eligible authorizations for certain. */
export function canBeEligible(role: Role): boolean {
  let can = known.get(role);
  if (can === undefined) known.set(role, (can = delegabilityOf(role).eligible.kind === "delegable"));
  return can;
}
