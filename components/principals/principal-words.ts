import type { Answer } from "@/lib/domain/access/answer";
import type { HiddenMembers } from "@/lib/domain/access/membership-graph";
import type { PrincipalId } from "@/lib/domain/ids";
import type { PrincipalKind } from "@/lib/domain/principal";
import { formatCounted, formatForeign, formatShortId } from "@/lib/format";

const kinds = { user: "User", group: "Group", servicePrincipal: "Service principal" };
export const kindWords = (kind: PrincipalKind | undefined): string => (kind ? kinds[kind] : "Cannot tell");

type Named = Readonly<{ name: string | undefined; id: PrincipalId }>;

/** One line of plain text: a name, or the ends of the id. */
export const nameText = ({ name, id }: Named): string =>
  name === undefined ? formatShortId(id) : formatForeign(name, 80);

type Accesses = Readonly<{ standing: Answer; eligible: Answer; assigned: Answer }>;

/** "Standing", "Eligible", "Standing and eligible"; what cannot be told is said. */
export function accessWords({ standing, eligible, assigned }: Accesses): string {
  const parts = [
    ...(standing === "yes" ? ["standing"] : []),
    ...(assigned === "yes" ? ["assigned"] : []),
    ...(eligible === "yes" ? ["eligible"] : []),
  ];
  if (parts.length === 0) return "Cannot tell";
  const text = parts.join(" and ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Why members of a group are hidden from us, and how to see them. */
export function hiddenWords(hidden: HiddenMembers): string {
  switch (hidden.why) {
    case "unreadable":
      return `${hidden.said}${hidden.fix ? ` ${hidden.fix}` : ""}`;
    case "tooLarge":
      return `${hidden.count === undefined ? "More members" : formatCounted(hidden.count, "member")} than Fresnel reads; ${formatCounted(hidden.known, "member")} of them ${hidden.known === 1 ? "is" : "are"} known.`;
    case "notAsked":
      return "Its members were not read yet.";
    case "unknownKind":
      return "It was not found in our directory, and may be a group with members.";
  }
}
