const a = "a".charCodeAt(0);
const zero = "0".charCodeAt(0);
/** Set in the letters of every text, so that 0 says that nobody looked yet. */
const looked = 1 << 31;

/** Which letters and digits a lower-cased text holds: a bit for each letter, and one for two digits. Others leave no trace. */
export function lettersOf(text: string): number {
  let letters = looked;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= a && code < a + 26) letters |= 1 << (code - a);
    else if (code >= zero && code < zero + 10) letters |= 1 << (26 + ((code - zero) >> 1));
  }
  return letters;
}

/** A text that holds these letters holds the word: nobody has to look at the text itself. */
export const isOneLetter = (word: string): boolean => word.length === 1 && word >= "a" && word <= "z";
