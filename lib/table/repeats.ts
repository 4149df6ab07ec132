import type { Field } from "./field";
import type { Finder } from "./finder";
import { isOneLetter, lettersOf } from "./letters";
import { gathered } from "./scratch";
import { finish } from "./slices";

/** For tables of whose fields each repeats its texts in many rows: looks at each text once. */
export function repeating<Row>(fields: readonly Field<Row>[], rows: readonly Row[]): Finder<Row> {
  let repeats: readonly Repeats[] | undefined;
  let looks: Looks = new Map();
  function* read(): Generator<void, readonly Repeats[]> {
    if (repeats) return repeats;
    const found: Repeats[] = [];
    for (const field of fields) found.push(yield* repeatsOf(rows, field));
    return (repeats = found);
  }
  return {
    find(words, among) {
      if (words.length === 0) return new Int32Array(rows.length).map((_, row) => row);
      const found = repeats ?? finish(read());
      looks = looksFor(found, words, looks);
      return withWords(found, looks, among, rows.length);
    },
    *prepare() {
      yield* read();
    },
    withRows: (others) => repeating(fields, others),
  };
}

/** The distinct texts of a field, lower-cased, with their letters, and which of them each row has. */
type Repeats = Readonly<{ texts: readonly string[]; letters: Int32Array; codes: Int32Array }>;

/** Reads a field's texts, step by step; each that comes again is kept once. */
function* repeatsOf<Row>(rows: readonly Row[], { text }: Field<Row>): Generator<void, Repeats> {
  const codeOf = new Map<string, number>();
  const texts: string[] = [];
  const letters: number[] = [];
  const codes = new Int32Array(rows.length);
  for (let row = 0; row < rows.length; row++) {
    const found = text(rows[row]!);
    let code = codeOf.get(found);
    if (code === undefined) {
      const text = found.toLowerCase();
      code = texts.push(text) - 1;
      letters.push(lettersOf(text));
      codeOf.set(found, code);
    }
    codes[row] = code;
    if (row % 256 === 0) yield;
  }
  return { texts, letters: Int32Array.from(letters), codes };
}

/** Which texts of each field have a word; a field is undefined where none of its texts has. */
type Look = readonly (Having | undefined)[];
type Having = Readonly<{ hasWord: Uint8Array; share: number }>;
type Looks = ReadonlyMap<string, Look>;

/** Looks at each text once, however many rows have it; not at those that lacked a part of a word when it was looked for. */
function looksFor(fields: readonly Repeats[], words: readonly string[], before: Looks): Looks {
  const longestFirst = [...before].sort(([one], [other]) => other.length - one.length);
  const look = (word: string): Look => {
    const [, former] = longestFirst.find(([part]) => word.includes(part)) ?? [];
    return fields.map((field, at) => textsWith(word, field, former ? (former[at]?.hasWord ?? "none") : "all"));
  };
  return new Map(words.map((word) => [word, before.get(word) ?? look(word)]));
}

function textsWith(word: string, { texts, letters }: Repeats, among: Uint8Array | "all" | "none"): Having | undefined {
  if (among === "none") return undefined;
  const wanted = lettersOf(word);
  const isLetter = isOneLetter(word);
  const hasWord = new Uint8Array(texts.length);
  let found = 0;
  for (let code = 0; code < texts.length; code++) {
    if ((letters[code]! & wanted) !== wanted || (among !== "all" && !among[code])) continue;
    if (!isLetter && !texts[code]!.includes(word)) continue;
    hasWord[code] = 1;
    found++;
  }
  return found > 0 ? { hasWord, share: found / texts.length } : undefined;
}

/** Of `among`, or of the first `count` rows, those that have every word in some field. */
function withWords(fields: readonly Repeats[], looks: Looks, among: Int32Array | undefined, count: number): Int32Array {
  // A field that has the word most often comes first: others need not be asked then.
  const marks = Array.from(looks.values(), (look) =>
    look
      .flatMap((having, at) => (having ? { ...having, codes: fields[at]!.codes } : []))
      .sort((one, other) => other.share - one.share),
  );
  return gathered(among?.length ?? count, (into) => {
    const length = among?.length ?? count;
    let found = 0;
    for (let place = 0; place < length; place++) {
      const row = among ? among[place]! : place;
      if (hasAll(marks, row)) into[found++] = row;
    }
    return found;
  });
}

type Marks = Having & Readonly<{ codes: Int32Array }>;

function hasAll(words: readonly (readonly Marks[])[], row: number): boolean {
  for (let at = 0; at < words.length; at++) if (!hasOne(words[at]!, row)) return false;
  return true;
}

function hasOne(fields: readonly Marks[], row: number): boolean {
  for (let at = 0; at < fields.length; at++) {
    const { codes, hasWord } = fields[at]!;
    if (hasWord[codes[row]!]) return true;
  }
  return false;
}
