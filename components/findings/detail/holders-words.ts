import type { Holders } from "@/lib/domain/findings/evidence/holders";
import { formatCount, formatCounted } from "@/lib/format";

/** "11 holders, and 1 who gets nothing": whoever is disabled is named and holds nothing. */
export function holdersText({ people, hidden, isUnread }: Holders): string {
  if (isUnread) return "cannot see";
  const without = people.filter(({ carries }) => carries === "no").length;
  const unsure = people.filter(({ carries }) => carries === "cannotSee").length;
  const sure = people.length - without - unsure;
  return [
    `${formatCounted(sure, "holder")}${hidden.length + unsure > 0 ? " or more" : ""}`,
    ...(without > 0 ? [`and ${formatCount(without)} who ${without === 1 ? "gets" : "get"} nothing`] : []),
  ].join(", ");
}
