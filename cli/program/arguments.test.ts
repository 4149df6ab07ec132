import { describe, expect, test } from "vitest";
import { givenTo } from "./arguments";
import type { Options } from "./command";
import { nearest } from "./nearest";

const options: Options = {
  format: { type: "string", choices: ["table", "json"], help: "" },
  covers: { type: "string", multiple: true, help: "" },
  delegable: { type: "string", choices: ["standing", "eligible"], bare: "standing", help: "" },
  quiet: { type: "boolean", short: "q", help: "" },
};
const given = (args: string, mostWords = 2) =>
  givenTo({ name: "try", options, mostWords }, args.split(" ").filter(Boolean));

describe("arguments", () => {
  test("options stand before, behind and between words", () => {
    const { text, texts, has, words } = given("one --format=json -q --covers a two --covers b");
    expect([text("format"), texts("covers"), has("quiet"), has("delegable"), words]).toEqual([
      "json",
      ["a", "b"],
      true,
      false,
      ["one", "two"],
    ]);
  });

  test("an option whose value may be left out takes only its own values", () => {
    expect(given("--delegable eligible one").text("delegable")).toBe("eligible");
    const bare = given("--delegable one");
    expect([bare.text("delegable"), bare.words]).toEqual(["standing", ["one"]]);
    expect(given("--delegable").text("delegable")).toBe("standing");
    expect(given("one -- --delegable").words).toEqual(["one", "--delegable"]);
  });

  test.each([
    ["--formt json", "knows no option --formt. Did you mean --format?"],
    ["--wholly-else", "knows no option --wholly-else."],
    ["--format jsn", '--format is table, json, not "jsn". Did you mean json?'],
    ["--format", "--format needs a value"],
    ["--format --quiet", "--format needs a value"],
    ["--format=", "--format needs a value"],
    ["--quiet=yes", "--quiet takes no value"],
    ["--format json --format table", "--format is given twice"],
    ["--delegable=often", "--delegable is standing, eligible"],
    ["--__proto__ x", "knows no option --__proto__"],
    ["one two three", 'does not expect "three"'],
  ])("%s is refused", (args, message) => expect(() => given(args)).toThrow(message));
});

test("the nearest name is one that a slip of the fingers leads away from", () => {
  const names = ["collect", "findings", "reach", "roles", "check"];
  const found = ["rols", "raech", "chek", "find", "colect", "dance", "xyz", "CHECK"].map((typed) =>
    nearest(typed, names),
  );
  expect(found).toEqual(["roles", "reach", "check", "findings", "collect", undefined, undefined, "check"]);
});
