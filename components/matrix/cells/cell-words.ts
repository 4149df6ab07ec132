import { privilegeName } from "@/components/ui/privilege-mark";
import { membersBlindness, unreadBlindness } from "@/lib/domain/access/matrix-blind";
import { cellOf } from "@/lib/domain/access/matrix-cell";
import { formatCount } from "@/lib/format";

const rated = (level: number) => `privilege ${level} of 5 ${privilegeName(level)}`;

/** "privilege 4 of 5 Keys, standing; 5 of 5 Control, eligible": what a cell says to those who do not see it. */
export function cellWords(cell: number, blindness: number): string {
  const { standing, eligible, inDoubt, isUnrated } = cellOf(cell);
  const parts = [
    standing > 0 && `${rated(standing)}, standing`,
    eligible > 0 && `${rated(eligible)}, eligible`,
    inDoubt > Math.max(standing, eligible) && `${rated(inDoubt)}, cannot see whether it is held`,
    isUnrated && "a role of unknown privilege",
  ].filter((part) => part !== false);
  return parts.length > 0 ? parts.join("; ") : nothingWords(blindness);
}

/** Why an empty cell is no answer, or that it is one. */
export function nothingWords(blindness: number): string {
  if (blindness & unreadBlindness) return "cannot see: not all of this customer's delegations could be read";
  if (blindness & membersBlindness) return "cannot see: a group whose members cannot be read reaches this customer";
  return "no access";
}

/** "Storage Account Contributor and 1 more" */
export const roleWords = ([first, ...others]: readonly string[]): string | undefined =>
  first === undefined ? undefined : others.length === 0 ? first : `${first} and ${others.length} more`;

/** "6", "6 + 1 ?" with one that cannot be told, "6 + ?" where there may be any number more, "?" where nothing was seen. */
export function countWords(sum: number, doubt: number, isBlind: boolean): string {
  const unsure = doubt > 0 ? `${formatCount(doubt)} ?` : isBlind ? "?" : "";
  if (!unsure) return formatCount(sum);
  return sum === 0 ? unsure : `${formatCount(sum)} + ${unsure}`;
}
