import { describe, expect, test } from "vitest";
import { parsePolicy, PolicyError } from "./parse-policy";
import { defaultPolicy } from "./policy";

describe("a policy file", () => {
  test("changes what it speaks of, and leaves the rest as it is by default", () => {
    const text =
      '{ "rules": { "LH-SEC-001": "low", /* ours */ "LH-DEL-001": "off" },\n "thresholds": { "privilegedActivation": "PT2H" } }';
    expect(parsePolicy(text)).toEqual({
      rules: { ...defaultPolicy.rules, "LH-SEC-001": "low", "LH-DEL-001": "off" },
      thresholds: { ...defaultPolicy.thresholds, privilegedActivation: "PT2H" },
    });
    expect(parsePolicy("{}")).toEqual(defaultPolicy);
    expect(defaultPolicy.rules["LH-DEL-001"]).toBeUndefined();
  });

  test.each([
    ['{\n"rules": {\n"LH-SEC-999": "off"}}', 3, "$.rules['LH-SEC-999']", "is no rule"],
    ['{"rules": {"LH-SEC-001": true}}', 1, "$.rules['LH-SEC-001']", "should be on, off, critical"],
    ['{"rules": {"LH-SEC-001": "severe"}}', 1, "$.rules['LH-SEC-001']", 'is the string "severe"'],
    ['{"rules": []}', 1, "$.rules", "should be an object, is a list"],
    ['{"thresholds": {\n\n"credentialDays": "90"}}', 3, "$.thresholds.credentialDays", "should be a number"],
    ['{"thresholds": {"credentialDays": -1}}', 1, "$.thresholds.credentialDays", "should be a number"],
    ['{"thresholds": {"privilegedActivation": "4 hours"}}', 1, "$.thresholds.privilegedActivation", "a duration"],
    ['{"thresholds": {"__proto__": 1}}', 1, "$.thresholds.__proto__", "is no threshold"],
    ['{"Rules": {}}', 1, "$.Rules", "is no part of a policy"],
    ["[]", 1, "$", "should be an object"],
    ['{"rules": {', 1, "", "the text ends here"],
  ])("%s is refused with line and path", (text, line, path, message) => {
    try {
      parsePolicy(text);
    } catch (error) {
      expect(error).toBeInstanceOf(PolicyError);
      expect(error).toMatchObject({ line, path, message: expect.stringContaining(message) });
      return;
    }
    expect.fail("was taken");
  });
});
