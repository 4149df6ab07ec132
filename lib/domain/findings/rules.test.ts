import { describe, expect, it, test } from "vitest";
import { rules } from "./rules";

test("every rule has an id of its own, in the order of its family", () => {
  const ids = rules.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const family of new Set(ids.map((id) => id.slice(0, 6)))) {
    const own = ids.filter((id) => id.startsWith(family));
    expect(own).toEqual([...own].sort());
  }
});

/** Never found, or never at a customer. */
const tellsNoCustomer = ["LH-JIT-002", "LH-PRN-014", "LH-PLT-001"];

describe.each(rules.map((rule) => [rule.id, rule] as const))("%s", (id, rule) => {
  it("is written down", () => {
    expect(id).toMatch(/^LH-(SEC|EXE|ESC|JIT|PRN|DEL|PLT)-\d{3}$/);
    expect(rule.title).not.toMatch(/\.$/);
    for (const text of [rule.why, rule.how, rule.fix]) expect(text).toMatch(/^[A-Z].*\.$/s);
    expect(rule.why.split(/[.:;] /).length, "up to three sentences").toBeLessThan(6);
    expect(rule.sources.length).toBeGreaterThan(0);
  });

  it("tells a customer what we will do, or what they can", () => {
    const text = rule.toCustomer ?? "";
    if (text) expect(text).toMatch(/^(We will|Please tell us|Nothing in the offer) .*\.$/);
    else expect("mend" in rule || tellsNoCustomer.includes(id)).toBe(true);
  });
});
