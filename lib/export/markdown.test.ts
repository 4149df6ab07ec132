import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { toMarkdown } from "./markdown";
import type { CellValue, Sheet } from "./sheet";

const sheetOf = (...rows: CellValue[][]): Sheet => ({
  name: "customers",
  heads: ["Customer", "Findings", "Since"],
  rows,
  freshness: { asOf: "2026-11-20T14:02:00.000Z", coverage: "28 of 29 subscriptions", isComplete: false },
});

describe("a Markdown table", () => {
  it("stands under a line that says how fresh it is, and tells nothing from what could not be seen", () => {
    expect(toMarkdown(sheetOf(["Contoso", 3, new Date(0)], ["Fabrikam", undefined, undefined]))).toBe(
      [
        "customers, as of 2026-11-20T14:02:00.000Z, 28 of 29 subscriptions",
        "",
        "| Customer | Findings | Since |",
        "| --- | --- | --- |",
        "| Contoso | 3 | 1970-01-01T00:00:00.000Z |",
        "| Fabrikam | ? | ? |",
        "",
      ].join("\n"),
    );
  });

  test.each([
    ["a|b", String.raw`a\|b`],
    [String.raw`a\|b`, String.raw`a\\\|b`],
    ["one\r\ntwo\u2028three", "one two three"],
    ["<img src=x onerror=alert(1)>", String.raw`\<img src=x onerror=alert\(1\)\>`],
    ["&lt;b&gt;", String.raw`\&lt;b\&gt;`],
    ["![x](https://evil.example/p.png)", String.raw`\!\[x\]\(https\://evil.example/p.png\)`],
    ["see www.evil.example", String.raw`see www\.evil.example`],
    ["`code` **bold** _it_ ~gone~", "\\`code\\` \\*\\*bold\\*\\* \\_it\\_ \\~gone\\~"],
    ["safe\u202eelif", "safe elif"],
  ])("%j stays text", (text, written) => expect(toMarkdown(sheetOf([text]))).toContain(`| ${written} |\n`));

  it("has one line for each row and as many cells as heads, whatever is named", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string(), fc.string({ unit: "binary" }), fc.string()), { maxLength: 5 }),
        (rows) => {
          const lines = toMarkdown(sheetOf(...rows)).split("\n");
          expect(lines).toHaveLength(rows.length + 5);
          for (const line of lines.slice(4, -1)) expect(line.replace(/\\./gs, "").split("|")).toHaveLength(5);
        },
      ),
      { numRuns: 40 },
    );
  });
});
