import type { Assessment } from "@/lib/domain/findings/engine/assessment";
import type { Role } from "@/lib/domain/role";

/** Tells grants by their role, which is judged once however many grants give it. Unknown roles are none. */
export function grantsWhose(
  { access: { grants }, role: roleOf }: Assessment,
  isWanted: (role: Role) => boolean,
): (grant: number) => boolean {
  const wanted = Array.from({ length: grants.roleIds.size() }, (_, number) => {
    const role = roleOf(grants.roleIds.at(number));
    return role !== undefined && isWanted(role);
  });
  return (grant) => wanted[grants.roles[grant]!]!;
}
