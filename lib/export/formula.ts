const number = /^[+-]?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?(e[+-]?\d+)?\s?%?$/i;
// A cell begins at the text's start, at each of its lines, and where a spreadsheet may split: at tabs and semicolons. Signs
// of full width count as the narrow ones do, and what is invisible before them does not hide them.
const formula =
  /(^|[\r\n\t;\u2028\u2029])((?:(?![\r\n\t;\u2028\u2029])[\s\u00a0\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\0-\x1f"])*)([=+\-@|\uff1d\uff0b\uff0d\uff20])/g;

/**
 * Text that no spreadsheet runs: an apostrophe goes before whatever could begin a formula, and before a leading tab or line
 * end. Numbers keep their sign.
 */
export function withoutFormulas(text: string): string {
  if (number.test(text)) return text;
  const safe = text.replace(formula, "$1'$2$3");
  return /^[\t\r\n]/.test(safe) ? `'${safe}` : safe;
}
