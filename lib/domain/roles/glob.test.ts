import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { covers, matcherOf, matches, overlaps, parseGlob, sharedNames } from "./glob";

const isMatch = (pattern: string, name: string) => matches(parseGlob(pattern), name.toLowerCase());

/** Slow and plain: a star takes nothing, or one more character. */
function slowly(pattern: string, name: string): boolean {
  if (pattern === "") return name === "";
  if (pattern.startsWith("*")) return slowly(pattern.slice(1), name) || (name !== "" && slowly(pattern, name.slice(1)));
  return name !== "" && pattern[0] === name[0] && slowly(pattern.slice(1), name.slice(1));
}

const text = (letters: string, maxLength: number) =>
  fc.array(fc.constantFrom(...letters), { maxLength }).map((parts) => parts.join(""));

// Every name of up to six letters; z is in no pattern.
const allNames = Array.from({ length: 7 })
  .reduce<string[][]>(
    (lengths, _, length) => [
      ...lengths,
      length === 0
        ? [""]
        : (lengths[length - 1] ?? []).flatMap((name) => ["a", "b", "z"].map((letter) => name + letter)),
    ],
    [],
  )
  .flat();
const namesOf = (pattern: string) => allNames.filter((name) => slowly(pattern, name));

describe("a pattern stands for a name", () => {
  test.each([
    ["*", "microsoft.compute/virtualmachines/read"],
    ["*/read", "microsoft.compute/virtualmachines/read"],
    ["Microsoft.Compute/*", "microsoft.compute/virtualmachines/read"],
    ["Microsoft.Authorization/*/Write", "microsoft.authorization/policyassignments/write"],
    ["MICROSOFT.HDINSIGHT/clusters/*", "Microsoft.HDInsight/Clusters/Extensions/Write"],
    ["a*b*c", "axxbyybzzc"],
    ["a**c", "ac"],
  ])("%s: %s", (pattern, name) => expect(isMatch(pattern, name)).toBe(true));

  test.each([
    ["*/read", "microsoft.compute/read/action"],
    ["Microsoft.Compute/*", "microsoft.computeschedule/register/action"],
    ["Microsoft.Compute/*/read", "microsoft.compute/read"],
    ["microsoft.compute", "microsoftxcompute"],
    ["a*b*b", "ab"],
    ["ab*ba", "aba"],
    ["", "a"],
  ])("but %s is not %s", (pattern, name) => expect(isMatch(pattern, name)).toBe(false));

  test("and for one name after another as for each alone, whatever they share", () => {
    const shared = (one: string, other: string) => {
      let at = 0;
      while (at < one.length && one[at] === other[at]) at++;
      return at;
    };
    const pattern = text("ab*", 20).map((parts) => `a*a*b*${parts}*`);
    fc.assert(
      fc.property(pattern, fc.array(text("ab", 30), { maxLength: 30 }), fc.boolean(), (written, names, isSorted) => {
        const glob = parseGlob(written);
        const isOne = matcherOf(glob);
        (isSorted ? names.sort() : names).forEach((name, at) =>
          expect(isOne(name, shared(name, names[at - 1] ?? ""))).toBe(matches(glob, name)),
        );
      }),
      { numRuns: 3000 },
    );
  });

  test("as a slow matcher says, for any pattern and name", () => {
    fc.assert(
      fc.property(text("ab/*", 10), text("ab/", 12), (pattern, name) => {
        expect(isMatch(pattern, name)).toBe(slowly(pattern, name));
      }),
      { numRuns: 3000 },
    );
  });

  test("at once, even where a regular expression would try for minutes", () => {
    const hostile = `microsoft.x/${"*a".repeat(9)}*!`;
    expect(isMatch(hostile, `microsoft.x/${"a".repeat(60)}`)).toBe(false);
    expect(isMatch(hostile, `microsoft.x/${"a".repeat(60)}!`)).toBe(true);
    expect(isMatch("*a".repeat(256), "a".repeat(5000))).toBe(true);
    expect(isMatch(`${"*a".repeat(255)}*b`, "a".repeat(5000))).toBe(false);
  });
});

describe("two patterns", () => {
  test("that Azure writes differently still meet", () => {
    const meet = (one: string, other: string) => overlaps(parseGlob(one), parseGlob(other));
    const assign = "Microsoft.ManagedIdentity/userAssignedIdentities/*/assign/action";
    expect(meet(assign, "*/assign/action")).toBe(true);
    expect(meet(assign, "Microsoft.ManagedIdentity/*")).toBe(true);
    expect(meet(assign, "Microsoft.ManagedIdentity/userAssignedIdentities/assign/action")).toBe(false);
    expect(meet(assign, "Microsoft.Compute/*")).toBe(false);
  });

  test("share what one of them covers, and names where the end of one begins the other", () => {
    const shared = (one: string, other: string) => sharedNames(parseGlob(one), parseGlob(other));
    expect(shared("microsoft.compute/*", "*")).toEqual(["microsoft.compute/*"]);
    expect(shared("foo/wr*", "*/write")).toEqual(["foo/wr*/write", "foo/write"]);
    expect(shared("foo/*", "bar/*")).toEqual([]);
  });

  const pattern = text("ab*", 4);
  test("overlap if and only if there is a name that is one of both", () => {
    fc.assert(
      fc.property(pattern, pattern, (one, other) => {
        // Shortest shared names have no more letters than both patterns together.
        fc.pre(one.replaceAll("*", "").length + other.replaceAll("*", "").length <= 6);
        const hasShared = namesOf(one).some((name) => slowly(other, name));
        expect(overlaps(parseGlob(one), parseGlob(other))).toBe(hasShared);
      }),
    );
  });

  test("cover one another if and only if no name is left over", () => {
    fc.assert(
      fc.property(pattern, pattern, (one, other) => {
        const isLeft = namesOf(other).some((name) => !slowly(one, name));
        expect(covers(parseGlob(one), parseGlob(other))).toBe(!isLeft);
      }),
    );
  });

  const withOneStar = fc.tuple(text("ab", 2), text("ab", 2)).map(([start, end]) => `${start}*${end}`);
  test("leave something when a third is taken away if and only if there is such a name", () => {
    fc.assert(
      fc.property(withOneStar, withOneStar, text("ab*", 3), (one, other, taken) => {
        const isLeft = namesOf(one).some((name) => slowly(other, name) && !slowly(taken, name));
        const shared = sharedNames(parseGlob(one), parseGlob(other));
        expect(shared.some((name) => !matches(parseGlob(taken), name))).toBe(isLeft);
      }),
    );
  });
});

test("no pattern of a role ever becomes a regular expression", () => {
  const files = readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" }).filter(
    (name) => name.endsWith(".ts") && !name.endsWith(".test.ts"),
  );
  expect(files.length).toBeGreaterThan(15);
  for (const name of files) expect(readFileSync(join(import.meta.dirname, name), "utf8"), name).not.toMatch(/RegExp/);
});
