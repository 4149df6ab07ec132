const marks = /\p{M}+/gu;

/** Lower case without accents, so that "Škoda" is found as "skoda". */
export const fold = (text: string): string => text.normalize("NFD").replace(marks, "").toLowerCase();

const between = /[^\p{L}\p{N}]+/u;

/** The words of a folded text: letters and digits, whatever stands between them. */
export const wordsOf = (folded: string): string[] => folded.split(between).filter(Boolean);
