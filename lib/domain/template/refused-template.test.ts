import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  assignmentOf,
  definitionOf,
  engineers,
  nestedIn,
  parametersOf,
  read,
  readers,
  templateOf,
} from "./example-template";
import { TemplateError } from "./template-error";

describe("what is no template", () => {
  const problemOf = (template: unknown, parameters?: unknown) => {
    try {
      read(template, parameters);
    } catch (error) {
      if (error instanceof TemplateError) return error.message;
      throw error;
    }
    return "was read";
  };

  test.each([
    ["{", "it is no JSON"],
    ["targetScope = 'subscription'\nparam a string", "it is Bicep"],
    ["[]", "a template is an object"],
    ["{}", 'it has no "resources"'],
    [JSON.stringify(templateOf([])), "it is no template of Azure Lighthouse"],
    [
      JSON.stringify({ $schema: "https://x/CreateUIDefinition.MultiVm.json#", handler: "h" }),
      "it is a createUiDefinition",
    ],
    [JSON.stringify(parametersOf({})), "it is a parameters file"],
  ])("%s is said to be none", (text, words) => expect(problemOf(text)).toContain(words));

  test("says so of a file that is no parameters file, and of a linked template", () => {
    expect(problemOf(templateOf(), { a: 1 })).toContain("it is no parameters file");
    const linked = nestedIn("rg", [], {}, { template: undefined, templateLink: { uri: "https://x" } });
    expect(problemOf(templateOf([linked]))).toContain("that can be seen from here");
  });

  test("what would take for ever is refused", { timeout: 20_000 }, () => {
    const doubled = Object.fromEntries(
      Array.from({ length: 40 }, (_, at) => [`v${at + 1}`, `[concat(variables('v${at}'), variables('v${at}'))]`]),
    );
    const lists = { v0: [readers], ...doubled, loop: "[variables('loop')]" };
    const found = read(
      templateOf([definitionOf({ authorizations: "[variables('v40')]", description: "[variables('loop')]" })], {
        variables: lists,
      }),
    );
    expect(found.notes[0]?.why).toContain("is known at deployment only");
    expect(problemOf(templateOf([definitionOf({}, { copy: { name: "x", count: 1e9 } })]))).toContain(
      "more than can be worked out",
    );
    const copies = (inner: object, depth: number): object =>
      depth === 0 ? inner : nestedIn("rg", [copies(inner, depth - 1)], { copy: { name: `c${depth}`, count: 500 } });
    expect(problemOf(templateOf([copies(definitionOf(), 5)]))).toContain("more than can be worked out");
    expect(problemOf(templateOf([definitionOf({ description: `[${"concat(".repeat(5000)}` })]))).toBe("was read");
  });

  test("no damage to a text makes it fail otherwise", () => {
    const whole = JSON.stringify(
      templateOf([definitionOf({ eligibleAuthorizations: [engineers] }), nestedIn("rg", [assignmentOf()])]),
      null,
      1,
    );
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.nat(whole.length),
            fc.constantFrom("", "{", "]", '"', "null", "7", "[1]", "'", "(", "[", "parameters('x')"),
            fc.nat(12),
          ),
          { maxLength: 6 },
        ),
        (changes) => {
          let text = whole;
          for (const [at, other, length] of changes) text = text.slice(0, at) + other + text.slice(at + length);
          problemOf(text);
        },
      ),
      { numRuns: 2000 },
    );
    // Values of other kinds in every place.
    fc.assert(
      fc.property(fc.nat(60), fc.jsonValue({ maxDepth: 2 }), (which, other) => {
        let count = 0;
        const text = JSON.stringify(
          templateOf([definitionOf({ eligibleAuthorizations: [engineers] }), nestedIn("rg", [assignmentOf()])]),
          (key, value: unknown) => (key !== "" && count++ === which ? other : value),
        );
        problemOf(text);
      }),
      { numRuns: 1500 },
    );
  });
});
