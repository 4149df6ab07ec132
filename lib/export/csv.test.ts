import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { toCsv } from "./csv";
import { withoutFormulas } from "./formula";
import { fileName, type Sheet } from "./sheet";

const signs = ["=", "+", "-", "@", "＝", "＋", "－", "＠"];
const formulas = [
  ...signs.map((sign) => `${sign}1+1`),
  ...signs.map((sign) => `${sign}cmd|' /C calc'!A0`),
  ...signs.map((sign) => ` ${sign}SUM(A1:A9)`),
  ...signs.map((sign) => `\u00a0${sign}HYPERLINK("http://x","y")`),
  ...signs.map((sign) => `\ufeff${sign}A1`),
  ...signs.map((sign) => `Contoso\n${sign}A1`),
  ...signs.map((sign) => `Contoso\r\n  ${sign}A1`),
  "\t=A1",
  "\r=A1",
  "\n=A1",
  "\u200b=A1",
  "\u202e=A1",
  "a;=A1",
  "a\t=A1",
  "a; \u00a0@A1",
  '"=A1"',
  "'=A1",
  "+49 170 1234567",
  "-2+3+cmd|' /C calc'!A0",
  "=",
  "--1",
  "|calc",
];

const beginsFormula = /(^|[\r\n\t;])[ \u00a0\u200b-\u206f\ufeff"]*[=+\-@＝＋－＠|]/;

describe("formulas", () => {
  it("covers at least sixty ways to write one", () => expect(formulas.length).toBeGreaterThanOrEqual(60));

  test.each(formulas)("%j does not run", (text) => {
    const safe = withoutFormulas(text);
    expect(safe).not.toMatch(beginsFormula);
    expect(safe.replaceAll("'", "")).toBe(text.replaceAll("'", ""));
  });

  test.each([
    "-5",
    "+5",
    "-1,207.5",
    "1e-3",
    "-3 %",
    "2026-11-20T14:02:00.000Z",
    "aa364e00-1a7a-4eb7-982d-cd7c8b0a6125",
    "Contoso - Production",
    "sub-contoso-prod",
    "a=b",
    "someone@example.com",
    "R&D; Legal",
    "",
  ])("%j stays as it is", (text) => expect(withoutFormulas(text)).toBe(text));
});

const sheet = (heads: string[], rows: Sheet["rows"]): Sheet => ({
  name: "customers",
  heads,
  rows,
  freshness: { asOf: "2026-11-20T14:02:00.000Z", coverage: "30 of 30 subscriptions", isComplete: true },
});

/** A reader of RFC 4180, written for the test. */
function read(csv: string): string[][] {
  const lines: string[][] = [[]];
  let cell = "";
  let isQuoted = false;
  for (let at = 0; at < csv.length; at++) {
    const character = csv[at]!;
    if (isQuoted && character === '"' && csv[at + 1] === '"') cell += csv[++at];
    else if (character === '"') isQuoted = !isQuoted;
    else if (!isQuoted && character === ",") cell = (lines.at(-1)!.push(cell), "");
    else if (!isQuoted && character === "\r" && csv[at + 1] === "\n") {
      lines.at(-1)!.push(cell);
      cell = "";
      at++;
      lines.push([]);
    } else cell += character;
  }
  return lines.slice(0, -1);
}

it("reads back as it was written, the quoted apostrophes aside", () => {
  const cell = fc.string({ unit: fc.constantFrom("a", ",", '"', "\n", "\r", ";", " ", "1", "ä"), maxLength: 8 });
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { maxLength: 5 }), (rows) => {
      const lines = read(toCsv(sheet(["One", "Two"], rows)));
      expect(lines[0]).toEqual(["One", "Two", "As of"]);
      expect(lines.slice(1)).toEqual(rows.map((cells) => [...cells.map(withoutFormulas), "2026-11-20T14:02:00.000Z"]));
    }),
  );
});

it("writes numbers, dates, yes and no plainly, and ? for what could not be seen", () => {
  const csv = toCsv(sheet(["A", "B", "C", "D"], [[-5, new Date(0), true, undefined]]));
  expect(csv.split("\r\n")[1]).toBe("-5,1970-01-01T00:00:00.000Z,true,?,2026-11-20T14:02:00.000Z");
});

it("names the file after what is in it and when it was read", () => {
  const { freshness } = sheet([], []);
  expect(fileName({ name: "customers", freshness }, "csv")).toBe("fresnel-customers-20261120T140200Z.csv");
  expect(fileName({ name: "customers", freshness: { ...freshness, isComplete: false } }, "json")).toBe(
    "fresnel-customers-20261120T140200Z-partial.json",
  );
});
