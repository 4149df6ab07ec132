import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jsonPath, kindWords, placeOf, valueOf } from "./node";
import { JsonError, parseJson } from "./parse-json";

const read = (text: string, lenient = false) => valueOf(parseJson(text, { lenient }));

function problem(text: string, lenient = false) {
  try {
    parseJson(text, { lenient });
  } catch (error) {
    if (error instanceof JsonError) return { ...placeOf(text, error.at), message: error.message };
    throw error;
  }
  return undefined;
}

describe("JSON with places", () => {
  it("gives the value that JSON.parse gives", () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(undefined, 1, "\t"), (text, space) => {
        const pretty = JSON.stringify(JSON.parse(text), null, space);
        expect(read(pretty)).toEqual(JSON.parse(pretty));
        expect(read(pretty, true)).toEqual(JSON.parse(pretty));
      }),
    );
  });

  it("refuses what JSON.parse refuses", () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), fc.constantFrom("", ",", "}", '"', "\\", "x", "1"), (text, where, other) => {
        const at = where % (text.length + 1);
        const broken = text.slice(0, at) + other + text.slice(at + 1);
        let isGood = true;
        try {
          JSON.parse(broken);
        } catch {
          isGood = false;
        }
        expect(problem(broken) === undefined, broken).toBe(isGood);
      }),
      { numRuns: 2000 },
    );
  });

  it("names line and column of what it cannot read", () => {
    expect(problem('{\n  "a": [1,\n   2 3]\n}')).toEqual({
      line: 3,
      column: 6,
      message: 'expected a comma or ], but "3" stands here',
    });
    expect(problem('{"a": "cut')).toMatchObject({ line: 1, column: 7, message: "a string does not end" });
    expect(problem("[1,\n2")).toMatchObject({ line: 2, message: "expected a comma or ], but the text ends here" });
    expect(problem("")).toMatchObject({ line: 1, message: "expected a value, but the text ends here" });
    expect(problem("[".repeat(100_000))).toMatchObject({ column: 501 });
  });

  it("takes comments, trailing commas, line ends in strings and a byte order mark where asked to", () => {
    const text = `\ufeff// a template\n{ "a": [1, 2, /* three */ ], "b": "con\ncat", // end\n}`;
    expect(read(text, true)).toEqual({ a: [1, 2], b: "con\ncat" });
    expect(problem(text)).toMatchObject({ line: 1 });
    expect(read("\ufeff[]")).toEqual([]);
    expect(problem("[1,]")).toMatchObject({ message: "nothing follows this comma" });
    expect(problem("[,]", true)).toBeDefined();
    expect(problem("{} /* open", true)).toMatchObject({ message: "a comment does not end" });
  });

  it("tells of names that are written again", () => {
    const node = parseJson('{"a": 1, "b": {"a": 2},\n"a": 3}');
    expect(node).toMatchObject({ repeated: [{ name: "a", at: 24 }] });
    expect(valueOf(node)).toEqual({ a: 3, b: { a: 2 } });
  });

  it("keeps names that objects of the language have a use for", () => {
    const node = parseJson('{"__proto__": {"a": 1}, "constructor": 2}');
    expect(node.kind === "object" && [...node.members.keys()]).toEqual(["__proto__", "constructor"]);
    expect(({} as { a?: number }).a).toBeUndefined();
  });

  it("writes paths and says what it found", () => {
    expect(jsonPath(["resources", 0, "a b", "it's", 2])).toBe("$.resources[0]['a b']['it\\'s'][2]");
    expect(kindWords(undefined)).toBe("missing");
    expect(kindWords(parseJson("[]"))).toBe("a list");
    expect(kindWords(parseJson('"x"'))).toBe('the string "x"');
  });
});
