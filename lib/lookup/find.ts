import { isOneLetter, lettersOf } from "@/lib/table/letters";
import { askedFor } from "./asked";
import { closestWord } from "./closest-word";
import type { Entry, EntryKind } from "./entry";
import type { LookupIndex } from "./lookup-index";
import { scoreOf } from "./score";

export type Answer = Readonly<{ entry: Entry; score: number }>;

/** Answers of one kind, best first, and how many there are beyond those. */
export type AnswerGroup = Readonly<{ kind: EntryKind; answers: readonly Answer[]; more: number }>;

export type Found = Readonly<{
  /** The kind with the best answer first. */
  groups: readonly AnswerGroup[];
  /** What was looked for in place of what was typed, where nothing answers to that. */
  instead: string | undefined;
}>;

/** The entries that have all fragments of the query, in any order; with typing errors forgiven where there are none. */
export function find(index: LookupIndex, query: string, most: number, only?: readonly EntryKind[]): Found {
  const asked = askedFor(query);
  for (const fragments of asked) {
    const groups = fragments.length > 0 ? groupsFor(index, fragments, most, only) : [];
    if (groups.length > 0) return { groups, instead: undefined };
  }
  const [fragments = []] = asked;
  const mended = fragments.map((fragment) => closestWord(index, fragment) ?? fragment);
  if (mended.every((fragment, at) => fragment === fragments[at])) return { groups: [], instead: undefined };
  const groups = groupsFor(index, mended, most, only);
  return { groups, instead: groups.length > 0 ? mended.join(" ") : undefined };
}

function groupsFor(
  index: LookupIndex,
  fragments: readonly string[],
  most: number,
  only: readonly EntryKind[] | undefined,
): AnswerGroup[] {
  const { entries, names, texts, letters, initials } = index;
  const wanted = lettersOf(fragments.join(""));
  // One letter alone is in nearly every text: it asks for words that begin with it.
  const beginning = fragments.length === 1 && isOneLetter(fragments[0]!) ? wanted : 0;
  const groups = new Map<EntryKind, { answers: Answer[]; more: number }>();
  for (let at = 0; at < entries.length; at++) {
    if ((letters[at]! & wanted) !== wanted || (initials[at]! & beginning) !== beginning) continue;
    const entry = entries[at]!;
    const { kind } = entry.target;
    if (only && !only.includes(kind)) continue;
    const score = scoreOf(kind, names[at]!, texts[at]!, fragments);
    if (score === undefined) continue;
    let group = groups.get(kind);
    if (!group) groups.set(kind, (group = { answers: [], more: 0 }));
    keep(group, { entry, score }, most);
  }
  return Array.from(groups, ([kind, group]) => ({ kind, ...group })).sort((one, other) => best(other) - best(one));
}

const best = ({ answers }: AnswerGroup) => answers[0]?.score ?? 0;

/** Puts an answer among the best ones; equals stay in the order in which they came. */
function keep(group: { answers: Answer[]; more: number }, answer: Answer, most: number): void {
  const { answers } = group;
  let at = answers.length;
  while (at > 0 && answers[at - 1]!.score < answer.score) at--;
  if (at < most) answers.splice(at, 0, answer);
  if (answers.length > most || at >= most) group.more++;
  if (answers.length > most) answers.pop();
}
