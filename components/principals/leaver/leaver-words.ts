import type { LeaverRow } from "@/lib/domain/access/leaver-rows";
import { formatShortId } from "@/lib/format";
import { directly } from "@/components/principals/reached/reached-spec";

const gives = { yes: "Access", cannotSee: "Cannot tell", no: "Nothing" };
export const givesWords = (row: Pick<LeaverRow, "gives">): string => gives[row.gives];

export const roleText = ({ grant: { role } }: LeaverRow): string => role.name ?? role.id;

export const holderText = ({ grant, isDirect }: LeaverRow): string =>
  isDirect ? directly : (grant.principalName ?? formatShortId(grant.principal.id));

/** What somebody has to do so that a grant ends for the one who leaves. */
export function removalWords({ removal }: Pick<LeaverRow, "removal">): string {
  switch (removal.kind) {
    case "assignment":
      return "Role assignment removed in the customer's subscription";
    case "offer":
      return removal.isMarketplace
        ? "New plan version that the customer accepts, or the customer's removal"
        : "Updated template deployed at the customer, or the customer's removal";
    case "leave": {
      const listed = removal.groups.filter(({ isDynamic }) => !isDynamic);
      const ruled = removal.groups.filter(({ isDynamic }) => isDynamic);
      const names = (groups: typeof listed) => groups.map(({ name, id }) => name ?? formatShortId(id)).join(" and ");
      return [
        ...(listed.length > 0 ? [`Remove from ${names(listed)}`] : []),
        ...(ruled.length > 0 ? [`Change the rule of ${names(ruled)}`] : []),
      ].join("; ");
    }
  }
}
