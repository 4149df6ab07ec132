/** A short text for keys of the cache. Equal texts in equal order have equal prints; others practically never have. */
export function printOf(texts: readonly string[]): string {
  let [one, other] = [0x811c9dc5, 5381];
  for (const text of texts)
    for (let at = 0; at <= text.length; at++) {
      const code = at < text.length ? text.charCodeAt(at) : 10;
      one = Math.imul(one ^ code, 0x01000193);
      other = (Math.imul(other, 33) + code) | 0;
    }
  return `${texts.length}-${(one >>> 0).toString(36)}${(other >>> 0).toString(36)}`;
}
