import type { Field } from "./field";
import { gathered } from "./scratch";

/** The distinct texts of a field, lower-cased, and which of them each row has. */
export type Repeats = Readonly<{ texts: readonly string[]; codes: Int32Array }>;

/** Reads a field's texts, step by step; each that comes again is kept once. */
export function* repeatsOf<Row>(rows: readonly Row[], { text }: Field<Row>): Generator<void, Repeats> {
  const codeOf = new Map<string, number>();
  const texts: string[] = [];
  const codes = new Int32Array(rows.length);
  for (let row = 0; row < rows.length; row++) {
    const found = text(rows[row]!);
    let code = codeOf.get(found);
    if (code === undefined) {
      code = texts.push(found.toLowerCase()) - 1;
      codeOf.set(found, code);
    }
    codes[row] = code;
    if (row % 256 === 0) yield;
  }
  return { texts, codes };
}

/**
 * Of `among`, or of the first `count` rows, those that have every word in some field. A text is looked at once, however many
 * rows have it.
 */
export function withWords(
  fields: readonly Repeats[],
  words: readonly string[],
  among: Int32Array | undefined,
  count: number,
): Int32Array {
  const looks = words.map((word) => fields.flatMap((field) => marksOf(field, word) ?? []));
  return gathered(among?.length ?? count, (into) => {
    const length = among?.length ?? count;
    let found = 0;
    for (let place = 0; place < length; place++) {
      const row = among ? among[place]! : place;
      if (hasAll(looks, row)) into[found++] = row;
    }
    return found;
  });
}

type Marks = Readonly<{ codes: Int32Array; hasWord: Uint8Array }>;

/** Which texts of a field have a word; undefined where none has. */
function marksOf({ texts, codes }: Repeats, word: string): Marks | undefined {
  const hasWord = new Uint8Array(texts.length);
  let isSome = false;
  for (let code = 0; code < texts.length; code++)
    if (texts[code]!.includes(word)) {
      hasWord[code] = 1;
      isSome = true;
    }
  return isSome ? { codes, hasWord } : undefined;
}

function hasAll(looks: readonly (readonly Marks[])[], row: number): boolean {
  for (const look of looks) if (!hasOne(look, row)) return false;
  return true;
}

function hasOne(look: readonly Marks[], row: number): boolean {
  for (const { codes, hasWord } of look) if (hasWord[codes[row]!]) return true;
  return false;
}
