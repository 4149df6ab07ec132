import type { RuleFamily, RuleId } from "@/lib/domain/findings/rule";
import type { FindingRow } from "@/lib/domain/findings/rows/finding-rows";
import { formatCounted } from "@/lib/format";

const families: Readonly<Record<RuleFamily, string>> = {
  SEC: "Secrets",
  EXE: "Code",
  ESC: "Escalation",
  JIT: "Just-in-time access",
  PRN: "Principals",
  DEL: "Delegations",
  PLT: "Platform",
};

/** "LH-SEC-001" is of the family "Secrets". */
export const familyName = (id: RuleId): string => families[id.slice(3, 6) as RuleFamily] ?? "Other";

/** "Contoso", "12 customers"; "" where it concerns none. */
export function customersText({ customers }: Pick<FindingRow, "customers">): string {
  const [first] = customers;
  return customers.length > 1 ? formatCounted(customers.length, "customer") : first ? (first.name ?? first.id) : "";
}

export const principalText = ({ principal }: Pick<FindingRow, "principal">): string =>
  principal ? (principal.name ?? principal.principal.id) : "";

export const roleText = ({ role }: Pick<FindingRow, "role">): string => (role ? (role.name ?? role.id) : "");

export const accessNames = { standing: "Standing", eligible: "Eligible" };
