import type { Permission, Role } from "../role";
import { patternsOf, type Plane } from "./effective-operations";
import { covers, matches, overlaps, parseGlob, sharedNames, type Glob } from "./glob";

/**
 * Whether a role allows an operation, from its patterns alone: it needs no list of operations. What is searched may itself
 * be a pattern, and then a role allows all of it, some of it, or nothing.
 */
export type Allowance = Readonly<{
  extent: "all" | "some";
  /** The pattern that allows it, as the role writes it. */
  pattern: string;
}>;

// The parsed patterns of an entry, for as long as the entry lives.
const parsed = new WeakMap<readonly string[], readonly Glob[]>();

/** The patterns of a role's entry, parsed once. */
export const globsOf = (patterns: readonly string[]): readonly Glob[] => {
  let globs = parsed.get(patterns);
  if (!globs) parsed.set(patterns, (globs = patterns.map(parseGlob)));
  return globs;
};

/** Whether a pattern allows some of what is searched, and not only what is taken away again. */
const allowsSome = (glob: Glob, searched: Glob, taken: readonly Glob[]) =>
  sharedNames(glob, searched).some((name) => !taken.some((other) => matches(other, name)));

/**
 * undefined where nothing of it is allowed. All of a pattern is said to be allowed only where one entry does so by one of its
 * patterns; `exceptFor` are patterns whose operations do not count.
 */
export function allowance(
  { permissions }: Pick<Role, "permissions">,
  searched: Glob,
  plane: Plane = "control",
  exceptFor: readonly Glob[] = [],
): Allowance | undefined {
  let some: Allowance | undefined;
  for (const permission of permissions) {
    const found = inEntry(permission, searched, plane, exceptFor);
    if (found?.extent === "all") return found;
    some ??= found;
  }
  return some;
}

function inEntry(
  permission: Permission,
  searched: Glob,
  plane: Plane,
  exceptFor: readonly Glob[],
): Allowance | undefined {
  const patterns = patternsOf(permission, plane);
  const allowed = globsOf(patterns.allowed);
  const taken = [...globsOf(patterns.taken), ...exceptFor];
  const whole = taken.some((glob) => overlaps(glob, searched))
    ? -1
    : allowed.findIndex((glob) => covers(glob, searched));
  const position = whole >= 0 ? whole : allowed.findIndex((glob) => allowsSome(glob, searched, taken));
  const pattern = patterns.allowed[position];
  return pattern === undefined ? undefined : { extent: whole >= 0 ? "all" : "some", pattern };
}

/** For one operation or pattern, however it is written. */
export const allows = (role: Pick<Role, "permissions">, operation: string, plane: Plane = "control") =>
  allowance(role, parseGlob(operation), plane);

/** All patterns of a role that allow an operation, or something of a pattern, as the role writes them; each once. */
export function patternsAllowing(
  { permissions }: Pick<Role, "permissions">,
  searched: string,
  plane: Plane = "control",
): string[] {
  const glob = parseGlob(searched);
  const found = permissions.flatMap((permission) => {
    const { allowed, taken } = patternsOf(permission, plane);
    const globs = globsOf(allowed);
    return allowed.filter((_, at) => allowsSome(globs[at] ?? parseGlob(""), glob, globsOf(taken)));
  });
  return [...new Set(found)];
}
