import { parseGlob } from "@/lib/domain/roles/glob";
import type { Role } from "@/lib/domain/role";
import { allowance, patternsAllowing } from "@/lib/domain/roles/allows";
import { delegabilityOf } from "@/lib/domain/roles/delegability";
import { verdictWords } from "@/lib/domain/roles/delegability-words";
import type { PlacedOperation } from "@/lib/domain/roles/plane-of-operation";
import { rolesCovering, type RolesCovering } from "@/lib/domain/roles/roles-covering";

export type RolesQuestion = Readonly<{
  allows: PlacedOperation | undefined;
  covers: readonly PlacedOperation[];
  delegable: "standing" | "eligible" | undefined;
}>;

/** One line of the answer; its fields are what programs rely on. */
export type RoleAnswer = Readonly<{
  id: string;
  roleName: string;
  /** `conditional`: User Access Administrator, or Microsoft's documentation and the service disagree. */
  delegable: "yes" | "no" | "conditional";
  eligible: "yes" | "no";
  reason: string | null;
  matches: readonly string[];
}>;

export type RolesAnswer = Readonly<{ rows: readonly RoleAnswer[]; together: RolesCovering["together"] }>;

/** The roles that fit all of the question: by what they allow beyond where some are to be covered, else by name. */
export function answerRoles(roles: readonly Role[], { allows, covers, delegable }: RolesQuestion): RolesAnswer {
  const fitting = inOrder(roles, allows).filter((role) => {
    const { delegable: standing, eligible } = verdictsOf(role);
    return delegable === undefined || (delegable === "standing" ? standing : eligible) === "yes";
  });
  const planes = new Map(covers.map(({ operation, plane }) => [operation, plane]));
  const covering =
    covers.length > 0
      ? rolesCovering(fitting, [...planes.keys()], (operation) => planes.get(operation) ?? "control")
      : undefined;
  const asked = [...(allows === undefined ? [] : [allows]), ...covers];
  return {
    rows: (covering?.alone ?? fitting).map((role) => ({
      id: role.id,
      roleName: role.name,
      ...verdictsOf(role),
      matches: [...new Set(asked.flatMap(({ operation, plane }) => patternsAllowing(role, operation, plane)))],
    })),
    together: covering?.together,
  };
}

/** By name, and those that allow all of what is searched before those that allow some of it. */
function inOrder(roles: readonly Role[], allows: PlacedOperation | undefined): Role[] {
  const searched = allows && parseGlob(allows.operation);
  return roles
    .map((role) => ({ role, extent: searched && allowance(role, searched, allows?.plane)?.extent }))
    .filter(({ extent }) => !searched || extent)
    .sort(
      (one, other) =>
        text(one.extent ?? "", other.extent ?? "") ||
        text(one.role.name.toLowerCase(), other.role.name.toLowerCase()) ||
        text(one.role.id, other.role.id),
    )
    .map(({ role }) => role);
}

const text = (left: string, right: string) => (left < right ? -1 : left > right ? 1 : 0);

function verdictsOf(role: Role): Pick<RoleAnswer, "delegable" | "eligible" | "reason"> {
  const { standing, eligible } = delegabilityOf(role);
  const delegable = standing.kind === "delegable" ? "yes" : standing.kind === "refused" ? "no" : "conditional";
  const isEligible = eligible.kind === "delegable";
  return {
    delegable,
    eligible: isEligible ? "yes" : "no",
    reason: delegable === "yes" && isEligible ? null : verdictWords(delegable === "yes" ? eligible : standing),
  };
}
