// Control characters move a terminal's cursor or colour it, and marks of direction reorder a line. Customers choose names.
const hidden = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;
const escaped = (letter: string) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`;

/** Text of somebody else's, safe on a terminal and in one line. */
export const shown = (text: string): string => text.replace(hidden, escaped);

const hiddenInJson = /[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** JSON that is safe on a terminal too; it reads back as the same value. */
export const safeJson = (json: string): string => `${json.replace(hiddenInJson, escaped)}\n`;

export const toJsonText = (value: unknown): string => safeJson(JSON.stringify(value, null, 2));

/** Columns of text with a line of heads, two spaces between; every cell is made safe. */
export function tableText(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [heads, ...rows].map((row) => row.map(shown));
  const widths = heads.map((_, at) => Math.max(...lines.map((line) => widthOf(line[at] ?? ""))));
  return lines
    .map((line) =>
      line
        .map((cell, at) => (at === line.length - 1 ? cell : cell + " ".repeat((widths[at] ?? 0) - widthOf(cell))))
        .join("  ")
        .trimEnd(),
    )
    .map((line) => `${line}\n`)
    .join("");
}

// East Asian letters take two columns, marks that sit on a letter none.
const widthOf = (text: string): number => {
  let width = 0;
  for (const letter of text) {
    if (/\p{M}/u.test(letter)) continue;
    width += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(
      letter,
    )
      ? 2
      : 1;
  }
  return width;
};
