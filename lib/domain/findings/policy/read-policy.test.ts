import { readFileSync } from "node:fs";
import { describe, expect, it, test } from "vitest";
import { defaultPolicy } from "./policy";
import { readPolicy, thresholdKinds } from "./read-policy";

const problemsIn = (text: string) => {
  const read = readPolicy(text);
  return read.kind === "problems" ? read.problems.map(({ path, line }) => `${line} ${path}`) : [];
};

test("what a file states is taken, and what it leaves out is the default's", () => {
  const text = `{
    "$schema": "findings-policy.schema.json",
    "version": 1,
    "rules": { "LH-SEC-008": "on", "LH-SEC-001": "critical", "LH-JIT-003": "off" },
    "thresholds": { "privilegedGroupMembers": 5, "privilegedActivation": "PT2H" }
  }`;
  expect(readPolicy(text)).toEqual({
    kind: "policy",
    policy: {
      rules: { "LH-SEC-008": "on", "LH-SEC-001": "critical", "LH-JIT-003": "off" },
      thresholds: { ...defaultPolicy.thresholds, privilegedGroupMembers: 5, privilegedActivation: "PT2H" },
    },
  });
  expect(readPolicy("\ufeff{}\n")).toEqual({ kind: "policy", policy: defaultPolicy });
});

describe("what is wrong is told by path and line", () => {
  it.each([
    ["an unknown rule", '{\n "rules": {\n  "LH-SEC-099": "off"\n }\n}', "3 rules.LH-SEC-099"],
    ["a rule in other letters", '{"rules": {"lh-sec-001": "off"}}', "1 rules.lh-sec-001"],
    ["a setting of the wrong type", '{"rules": {\n\n"LH-SEC-001":\n false}}', "4 rules.LH-SEC-001"],
    ["a severity that is none", '{"rules": {"LH-SEC-001": "severe"}}', "1 rules.LH-SEC-001"],
    ["rules as a list", '{"rules": ["LH-SEC-001"]}', "1 rules"],
    ["an unknown threshold", '{"thresholds": {"members": 3}}', "1 thresholds.members"],
    ["a name that every object has", '{"thresholds": {"constructor": 3}}', "1 thresholds.constructor"],
    ["a number as text", '{"thresholds":\n{"privilegedGroupMembers": "5"}}', "2 thresholds.privilegedGroupMembers"],
    ["half a person", '{"thresholds": {"privilegedGroupMembers": 1.5}}', "1 thresholds.privilegedGroupMembers"],
    ["more than all", '{"thresholds": {"customersThroughOneGroup": 101}}', "1 thresholds.customersThroughOneGroup"],
    ["a duration that is none", '{"thresholds": {"privilegedActivation": "4 h"}}', "1 thresholds.privilegedActivation"],
    ["another version", '{"version": 2}', "1 version"],
    ["an unknown part", '{\n"rule": {}}', "2 rule"],
    ["a rule twice", '{"rules": {"LH-SEC-001": "on",\n"LH-SEC-001": "off"}}', "2 rules.LH-SEC-001"],
    ["no object", "[]", "1 "],
  ])("%s", (_, text, problem) => expect(problemsIn(text)).toEqual([problem]));

  it("all of it at once", () => {
    expect(problemsIn('{"version": "1",\n"rules": {"X": "on"},\n"thresholds": null}')).toEqual([
      "1 version",
      "2 rules.X",
      "3 thresholds",
    ]);
  });
});

describe("what is no JSON is told by line", () => {
  it.each([
    ["cut in half", '{\n"rules": {\n', "3 "],
    ["a trailing comma", '{\n"rules": {},\n}', "3 "],
    ["a comment", '{\n// ours\n"rules": {}}', "2 "],
    ["nothing", "", "1 "],
    ["more behind it", "{}\n{}", "2 "],
    ["a wrong escape", '{"\\q": 1}', "1 "],
    ["too deep", "[".repeat(200_000), "1 "],
  ])("%s", (_, text, problem) => expect(problemsIn(text)).toEqual([problem]));
});

describe("the documentation", () => {
  const page = readFileSync("docs/findings-policy.md", "utf8");

  it("has an example that is read", () => {
    const [, example = ""] = /```json\n(.*?)```/s.exec(page) ?? [];
    expect(readPolicy(example)).toMatchObject({ kind: "policy", policy: { rules: { "LH-SEC-006": "off" } } });
  });

  it("and its schema name every limit, with its default and its bounds", () => {
    const schema = JSON.parse(readFileSync("docs/findings-policy.schema.json", "utf8")) as {
      properties: { thresholds: { properties: Record<string, { minimum?: number; maximum?: number }> } };
    };
    const { properties } = schema.properties.thresholds;
    expect(Object.keys(properties)).toEqual(Object.keys(thresholdKinds));
    for (const [name, kind] of Object.entries(thresholdKinds)) {
      expect(page).toMatch(
        new RegExp(`\\| \`${name}\` +\\| ${defaultPolicy.thresholds[name as keyof typeof thresholdKinds]} +\\|`),
      );
      if (kind !== "duration") expect([properties[name]?.minimum, properties[name]?.maximum]).toEqual(kind);
    }
  });
});
