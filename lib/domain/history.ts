import type { History } from "./definition";

const isUtc = (text: string): boolean => text[10] === "T" && text.endsWith("Z");

/** The later of two times as Azure writes them. In UTC they sort as text without their Z, which spares parsing them. */
export function laterOf(left: string | undefined, right: string | undefined): string | undefined {
  if (left === undefined || left === right) return right;
  if (right === undefined) return left;
  if (isUtc(left) && isUtc(right)) return left.slice(0, -1) > right.slice(0, -1) ? left : right;
  return (moment(left) ?? -Infinity) > (moment(right) ?? -Infinity) ? left : right;
}

/** The last write that Azure tells of: a creation is a change too. */
export const lastChangeOf = ({ createdAt, changedAt }: History): string | undefined => laterOf(createdAt, changedAt);

/** Milliseconds since the epoch; undefined for what is no time. */
export function moment(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const parsed = Date.parse(text);
  return Number.isNaN(parsed) ? undefined : parsed;
}
