/**
 * A pattern of a role, taken apart at its stars. `*` stands for any run of characters, `/` among them, and nothing else is
 * special. Customers write the patterns of custom roles, so none of them ever becomes a regular expression: eight stars can
 * hold one up for minutes.
 */
export type Glob = Readonly<{
  /** The whole pattern in lower case. */
  text: string;
  prefix: string;
  /** What must follow in this order between prefix and suffix. */
  inner: readonly string[];
  /** Empty where the pattern has no star: it is all prefix then. */
  suffix: string;
  /** How many characters a name has at least. */
  shortest: number;
  isLiteral: boolean;
}>;

export function parseGlob(pattern: string): Glob {
  const text = pattern.toLowerCase();
  const [prefix = "", ...rest] = text.split("*");
  const suffix = rest.pop();
  return {
    text,
    prefix,
    inner: rest.filter((part) => part !== ""),
    suffix: suffix ?? "",
    shortest: text.length - rest.length - (suffix === undefined ? 0 : 1),
    isLiteral: suffix === undefined,
  };
}

/** Whether the pattern stands for the name, which is in lower case. */
export function matches({ prefix, inner, suffix, shortest, isLiteral }: Glob, name: string): boolean {
  if (isLiteral) return prefix === name;
  if (name.length < shortest || !name.startsWith(prefix) || !name.endsWith(suffix)) return false;
  const end = name.length - suffix.length;
  let at = prefix.length;
  for (const part of inner) {
    // A search is dear where hundreds of stars stand between single letters.
    const isNext = part.length === 1 && name.charCodeAt(at) === part.charCodeAt(0);
    const found = isNext ? at : name.indexOf(part, at);
    at = found + part.length;
    if (found < 0 || at > end) return false;
  }
  return true;
}

/** Whether so many parts stand between the stars that it pays to know what one name shares with the next. */
export const hasManyParts = ({ inner }: Glob): boolean => inner.length > 7;

/**
 * The same for one name after another, each with how many characters it shares with the one before: the parts that were
 * found in these are not looked for again.
 */
export function matcherOf({ prefix, inner, suffix, shortest }: Glob): (name: string, shared: number) => boolean {
  const ends = new Int32Array(inner.length);
  let found = 0;
  return (name, shared) => {
    while (found > 0 && ends[found - 1]! > shared) found--;
    if (name.length < shortest || !name.startsWith(prefix) || !name.endsWith(suffix)) return false;
    let at = found === 0 ? prefix.length : ends[found - 1]!;
    for (; found < inner.length; found++) {
      const part = inner[found]!;
      const isNext = part.length === 1 && name.charCodeAt(at) === part.charCodeAt(0);
      const place = isNext ? at : name.indexOf(part, at);
      if (place < 0) return false;
      ends[found] = at = place + part.length;
    }
    return at <= name.length - suffix.length;
  };
}

/** Whether every name of the other pattern is one of this pattern too. */
export const covers = (glob: Glob, other: Glob): boolean =>
  // The other's star, read as a character of a name, is one that only a star of ours can stand for.
  matches(glob, other.text);

const oneStarts = (one: string, other: string) => one.startsWith(other) || other.startsWith(one);
const oneEnds = (one: string, other: string) => one.endsWith(other) || other.endsWith(one);
const longer = (one: string, other: string) => (one.length >= other.length ? one : other);

/** Whether some name is one of both patterns. */
export function overlaps(one: Glob, other: Glob): boolean {
  if (other.isLiteral) return matches(one, other.text);
  if (one.isLiteral) return matches(other, one.text);
  return oneStarts(one.prefix, other.prefix) && oneEnds(one.suffix, other.suffix);
}

/**
 * Names that both patterns share, where `*` is a character that no operation has. Whatever pattern covers all of them covers
 * all that the two share, if each has one star; with more stars it is a selection.
 */
export function sharedNames(one: Glob, other: Glob): string[] {
  if (!overlaps(one, other)) return [];
  if (covers(one, other)) return [other.text];
  if (covers(other, one)) return [one.text];
  const prefix = longer(one.prefix, other.prefix);
  const suffix = longer(one.suffix, other.suffix);
  const names = [[prefix, ...one.inner, ...other.inner, suffix].join("*")];
  // foo/wr* and */write share foo/write: the end of one is the beginning of the other.
  for (let length = 1; length <= Math.min(prefix.length, suffix.length); length++) {
    if (!prefix.endsWith(suffix.slice(0, length))) continue;
    const name = prefix + suffix.slice(length);
    if (matches(one, name) && matches(other, name)) names.push(name);
  }
  return names;
}
