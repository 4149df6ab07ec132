import type { Field } from "./field";
import type { Finder } from "./finder";
import { isOneLetter, lettersOf } from "./letters";
import { gathered } from "./scratch";

type Known = Readonly<{
  /** One lower-cased text a row, made on first demand. */
  texts: (string | undefined)[];
  /** The letters of the texts, side by side in memory: most rows are told from them alone. */
  letters: Int32Array;
}>;

/** Looks through the text of each row. */
export const scanning = <Row>(fields: readonly Field<Row>[], rows: readonly Row[]): Finder<Row> =>
  scanner(fields, rows, nothingKnown(rows.length));

const nothingKnown = (count: number): Known => ({
  texts: new Array<string | undefined>(count),
  letters: new Int32Array(count),
});

function scanner<Row>(fields: readonly Field<Row>[], rows: readonly Row[], { texts, letters }: Known): Finder<Row> {
  const textAt = (row: number): string =>
    (texts[row] ??= fields
      .map((field) => field.text(rows[row]!))
      .join("\n")
      .toLowerCase());
  const lettersAt = (row: number): number => (letters[row] ||= lettersOf(textAt(row)));

  return {
    find: (words, among) =>
      gathered(among?.length ?? rows.length, (into) => {
        const count = among?.length ?? rows.length;
        const wanted = words.length === 0 ? 0 : lettersOf(words.join(""));
        const longer = words.filter((word) => !isOneLetter(word));
        let found = 0;
        for (let place = 0; place < count; place++) {
          const row = among ? among[place]! : place;
          const mayHit = wanted === 0 || (lettersAt(row) & wanted) === wanted;
          if (mayHit && (longer.length === 0 || hasAll(textAt(row), longer))) into[found++] = row;
        }
        return found;
      }),
    *prepare() {
      for (let row = 0; row < rows.length; row++) {
        lettersAt(row);
        if (row % 64 === 0) yield;
      }
    },
    withRows(others) {
      const known = nothingKnown(others.length);
      const common = Math.min(others.length, rows.length);
      for (let row = 0; row < common; row++) {
        if (others[row] !== rows[row]) continue;
        known.texts[row] = texts[row];
        known.letters[row] = letters[row]!;
      }
      return scanner(fields, others, known);
    },
  };
}

function hasAll(text: string, words: readonly string[]): boolean {
  for (const word of words) if (!text.includes(word)) return false;
  return true;
}
