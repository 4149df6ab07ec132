import type { LevelOf } from "@/lib/domain/access/matrix";
import type { Definition } from "@/lib/domain/definition";

const control = 5;

/**
 * How far the strongest role of an offer reaches; 0 where it gives none. undefined where one of them is not known, unless
 * another already controls everything.
 */
export function strongestLevel(
  { authorizations, eligibleAuthorizations }: Pick<Definition, "authorizations" | "eligibleAuthorizations">,
  levelOf: LevelOf,
): number | undefined {
  const levels = [...authorizations, ...eligibleAuthorizations].map(({ role }) => levelOf(role));
  const strongest = Math.max(0, ...levels.map((level) => level ?? 0));
  return strongest < control && levels.includes(undefined) ? undefined : strongest;
}
