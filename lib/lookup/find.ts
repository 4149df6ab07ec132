import type { TenantId } from "@/lib/domain/ids";
import { askedFor } from "./asked";
import { closestWord } from "./closest-word";
import { families, type Entry, type Family } from "./entry";
import { insideOf } from "./inside";
import type { LookupIndex, Numbers } from "./lookup-index";
import { placesOf } from "./places";
import { place } from "./text-table";

/** Answers of one family, best first, and how many there are beyond those. */
export type AnswerGroup = Readonly<{ family: Family; answers: readonly Entry[]; more: number }>;

export type Found = Readonly<{
  /** The family with the best answer first. */
  groups: readonly AnswerGroup[];
  /** What was looked for in place of what was typed, where nothing answers to that. */
  instead: string | undefined;
}>;

export type Wanted = Readonly<{
  /** Answers of each family. */
  most: number;
  /** undefined: all. */
  family?: Family | undefined;
  /** Only what belongs to this customer; then an empty query asks for all of it. */
  inside?: TenantId | undefined;
  /** Entries, by their places in the index, that come before others which answer as well. */
  pinned?: ReadonlySet<number> | undefined;
}>;

/** The entries that have all fragments of the query, in any order; with typing errors forgiven where there are none. */
export function find(index: LookupIndex, query: string, wanted: Wanted): Found {
  const asked = askedFor(query);
  for (const fragments of asked) {
    const groups = fragments.length > 0 || wanted.inside ? groupsFor(index, fragments, wanted) : [];
    if (groups.length > 0) return { groups, instead: undefined };
  }
  const [fragments = []] = asked;
  const mended = fragments.map((fragment) => closestWord(index.vocabulary, fragment) ?? fragment);
  if (mended.every((fragment, at) => fragment === fragments[at])) return { groups: [], instead: undefined };
  const groups = groupsFor(index, mended, wanted);
  return { groups, instead: groups.length > 0 ? mended.join(" ") : undefined };
}

/**
 * Points by how a fragment stands in a name. A whole name is best, then its beginning, the beginning of one of its words, its
 * middle, and last what stands beside it or in an id.
 */
const inName = [0, 15, 20, 45, 60, 100];
const inOthers = [0, 0, 6, 15, 15, 15];
const inId = 15;
/** One or two letters are in the middle of nearly everything: they ask for what begins with them. */
const shortInName = [0, 15, 0, 45, 60, 100];
const shortInOthers = [0, 0, 0, 15, 15, 15];
const isShort = /^[a-z0-9]{1,2}$/;
/** Another word for a screen or a command, typed whole: better than the beginning of any name. */
const calledSo = 70;
const actions = families.indexOf("actions");
/** What a pin is worth: less than a better place of the fragment. */
const pin = 14;

type Draft = { best: { at: number; score: number }[]; count: number };

function groupsFor(index: LookupIndex, fragments: readonly string[], wanted: Wanted): AnswerGroup[] {
  const { entries, names, others, idsOf, families: familyOf, worth } = index;
  const isOneLetter = fragments.length === 1 && fragments[0]!.length === 1;
  const looked = fragments.map((fragment) => pointsOf(index, fragment, isOneLetter));
  const only = wanted.family && families.indexOf(wanted.family);
  const inside = wanted.inside && insideOf(index, wanted.inside);
  const drafts = families.map((): Draft => ({ best: [], count: 0 }));
  for (let at = 0; at < entries.length; at++) {
    const family = familyOf[at]!;
    if ((only !== undefined && family !== only) || (inside && inside[at] === 0)) continue;
    let score = worth[at]!;
    let isAnswer = true;
    for (const { texts, named, beside, ids } of looked) {
      let points = named[names[at]!]!;
      if (points === 0 && beside)
        for (let other = others.start[at]!; other < others.start[at + 1]!; other++)
          points = Math.max(points, beside[others.items[other]!]!);
      if (family === actions && isCalled(texts, others, at)) points = Math.max(points, calledSo);
      if (points < inId && ids)
        for (let id = idsOf.start[at]!; id < idsOf.start[at + 1]!; id++) if (ids[idsOf.items[id]!]) points = inId;
      score += points;
      isAnswer = points > 0;
      if (!isAnswer) break;
    }
    if (!isAnswer) continue;
    if (wanted.pinned?.has(at)) score += pin;
    const draft = drafts[family]!;
    draft.count++;
    keep(draft.best, at, score, wanted.most);
  }
  return drafts
    .map(({ best, count }, at) => ({ family: families[at]!, best, count }))
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.best[0]!.score - one.best[0]!.score)
    .map(({ family, best, count }) => ({
      family,
      answers: best.map(({ at }) => entries[at]!),
      more: count - best.length,
    }));
}

/** What a fragment is worth in each text, as a name and beside one. One letter alone asks for names only. */
function pointsOf(index: LookupIndex, fragment: string, isOneLetter: boolean) {
  const { texts, ids } = placesOf(index, fragment);
  const [named, beside] = isOneLetter || isShort.test(fragment) ? [shortInName, shortInOthers] : [inName, inOthers];
  return { texts, named: told(texts, named), beside: isOneLetter ? undefined : told(texts, beside), ids };
}

function told(places: Uint8Array, worth: readonly number[]): Uint8Array {
  const points = new Uint8Array(places.length);
  for (let at = 0; at < points.length; at++) points[at] = worth[places[at]!]!;
  return points;
}

/** The fragment is one of an entry's further words. */
function isCalled(texts: Uint8Array, { start, items }: Numbers, at: number): boolean {
  for (let other = start[at]!; other < start[at + 1]!; other++) if (texts[items[other]!] === place.whole) return true;
  return false;
}

/** Puts an answer among the best ones; equals stay in the order in which they came. */
function keep(best: Draft["best"], at: number, score: number, most: number): void {
  if (best.length === most && best[most - 1]!.score >= score) return;
  let before = best.length;
  while (before > 0 && best[before - 1]!.score < score) before--;
  best.splice(before, 0, { at, score });
  if (best.length > most) best.pop();
}
