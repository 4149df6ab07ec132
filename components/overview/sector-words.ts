import { privilegeName } from "@/components/ui/privilege-mark";
import type { SeverityCounts } from "@/lib/domain/findings/rows/severity-counts";
import { severities, type Severity } from "@/lib/domain/findings/severity";
import type { TenantId } from "@/lib/domain/ids";
import { sumOf, type CustomerExposure, type ExposureGroup } from "@/lib/domain/overview/exposure";
import type { Sector } from "@/lib/domain/overview/sectors";
import { formatCount, formatCounted, formatForeign, formatShortId } from "@/lib/format";
import { rings } from "./privilege-words";

export type FindingsOf = (customer: TenantId) => SeverityCounts | undefined;

const sources = {
  template: "ARM template",
  others: "Other offers",
  unread: "Offer not read",
  marketplace: "Marketplace offer",
};

export const groupName = ({ source, label }: Pick<ExposureGroup, "source" | "label">): string =>
  label ?? sources[source];

export const customerText = ({ name, customer }: CustomerExposure): string => name ?? formatShortId(customer);

/** "Contoso"; "18 customers" */
export const sectorName = ({ customers: [first, ...rest] }: Sector): string =>
  rest.length === 0 ? customerText(first) : formatCounted(rest.length + 1, "customer");

/** The worst finding of any of its customers, and how many of that severity they have. */
export function worstOf(
  { customers }: Sector,
  findingsOf: FindingsOf,
): Readonly<{ severity: Severity; count: number }> | undefined {
  for (const severity of severities) {
    const count = customers.reduce((sum, { customer }) => sum + (findingsOf(customer)?.[severity] ?? 0), 0);
    if (count > 0) return { severity, count };
  }
  return undefined;
}

/** All that the plot shows of a sector, for those who do not see it. */
export function sectorWords(sector: Sector, findingsOf: FindingsOf): string {
  const { held, customers } = sector;
  const worst = worstOf(sector, findingsOf);
  const levels = rings
    .map(({ level }) => ({ level, standing: held.standing[level] ?? 0, eligible: held.eligible[level] ?? 0 }))
    .filter(({ standing, eligible }) => standing + eligible > 0)
    .map(
      ({ level, standing, eligible }) =>
        `${privilegeName(level)} ${formatCount(standing)} standing${eligible > 0 ? ` and ${formatCount(eligible)} eligible` : ""}`,
    );
  const unknown = (held.standing[0] ?? 0) + (held.eligible[0] ?? 0);
  if (unknown > 0) levels.push(`${formatCounted(unknown, "role")} of unknown privilege`);
  return [
    formatForeign(sectorName(sector), 120),
    customers.length > 1 && "on average",
    levels.join(", ") ||
      (customers.some(({ isPartlyRead }) => isPartlyRead) ? "nothing that could be read" : "nothing held"),
    worst && `${formatCount(worst.count)} ${worst.severity} ${worst.count === 1 ? "finding" : "findings"}`,
    customers.some(({ isPartlyRead }) => isPartlyRead) && "not everything could be read",
  ]
    .filter(Boolean)
    .join(", ");
}

export const rolesHeld = ({ held }: Sector): Readonly<{ all: number; eligible: number }> => {
  const eligible = sumOf(held.eligible);
  return { all: sumOf(held.standing) + eligible, eligible };
};
