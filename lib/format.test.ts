import { afterEach, beforeEach, describe, expect, it, onTestFinished, test, vi } from "vitest";
import {
  formatAgo,
  formatClock,
  formatClockWithSeconds,
  formatCount,
  formatCounted,
  formatDayClock,
  formatDate,
  formatForeign,
  formatIn,
  formatJson,
  formatMomentWithUtc,
  formatShortId,
  formatWait,
  plainCounted,
} from "./format";

afterEach(() => formatIn("en-GB"));

const now = Date.UTC(2026, 10, 20, 14, 2);
const ago = (milliseconds: number) => formatAgo(now - milliseconds, now);
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

test.each([
  [30_000, "just now"],
  [12 * minute, "12 min ago"],
  [59.9 * minute, "59 min ago"],
  [3 * hour, "3 h ago"],
  [23.9 * hour, "23 h ago"],
  [25 * hour, "Yesterday"],
  [2 * day, "2 d ago"],
  [30 * day, "30 d ago"],
  [61 * day, "2 mo ago"],
  [400 * day, "13 mo ago"],
  [3 * 366 * day, "3 y ago"],
  [-5 * hour, "in 5 h"],
])("%d ms ago is said as %s", (span, words) => expect(ago(span)).toBe(words));

test("counts, ids and waits", () => {
  expect(formatCounted(1, "customer")).toBe("1 customer");
  expect(formatCounted(1207, "customer")).toBe("1,207 customers");
  expect(formatCounted(0, "delegation")).toBe("0 delegations");
  expect(formatShortId("aa364e00-1a7a-4eb7-982d-cd7c8b0a6125")).toBe("aa364e00…6125");
  expect(formatShortId("rg-prod")).toBe("rg-prod");
  expect([formatWait(7_200), formatWait(80_000), formatWait(-5)]).toEqual(["8 s", "1 min 20 s", "0 s"]);
});

describe("text that others chose", () => {
  it("leaves names of all languages as they are", () => {
    for (const name of ["Wärmepumpen GmbH", "株式会社", "شركة", "می‌خواهم", "👨‍👩‍👧 Care", "O’Neill & Söhne"])
      expect(formatForeign(name)).toBe(name);
  });

  it("shows what turns, hides or splits", () => {
    expect(formatForeign("invoice\u202excod.exe")).toBe("invoice⟨202E⟩xcod.exe");
    expect(formatForeign("Con\u200btoso")).toBe("Con⟨200B⟩toso");
    expect(formatForeign("\ufeffContoso\u200d")).toBe("⟨FEFF⟩Contoso⟨200D⟩");
    expect(formatForeign("a\u0000b\tc\nd\u007f")).toBe("a␀b␉c␊d␡");
  });

  it("ends what is endless", () => {
    expect(formatForeign("x".repeat(10_000))).toBe(`${"x".repeat(300)}…`);
    expect(formatForeign("x".repeat(300))).toBe("x".repeat(300));
    expect(formatForeign("abc👨", 4)).toBe("abc…");
  });
});

test("JSON for people hides nothing and reads back the same", () => {
  const value = { name: "invoice\u202excod.exe\u0007", list: [1, null] };
  expect(formatJson(value)).toContain("invoice\\u202excod.exe\\u0007");
  expect(formatJson(value)).not.toContain("\u202e");
  expect(JSON.parse(formatJson(value))).toEqual(value);
});

test("a time of another day says which", () => {
  const at = new Date(2026, 10, 17, 18, 42).getTime();
  expect(formatDayClock(at, at + hour)).toBe("18:42");
  expect(formatDayClock(at, at + day)).toBe("Tue 17 Nov, 18:42");
});

test("a moment says its time in UTC, too, and once where that is the zone", () => {
  const said = formatMomentWithUtc(Date.UTC(2026, 2, 14, 23, 30));
  expect(said).toMatch(/14 Mar 2026, 23:30 UTC$/);
  const parts = said.split(" · ");
  expect(new Set(parts).size).toBe(parts.length);
});

describe("in a zone that is not UTC", () => {
  beforeEach(() => vi.stubEnv("TZ", "Europe/Berlin"));
  afterEach(() => vi.unstubAllEnvs());

  it("a moment is said in both", () => {
    formatIn("en-GB");
    expect(formatMomentWithUtc(Date.UTC(2026, 2, 14, 23, 30))).toBe("15 Mar 2026, 00:30 CET · 14 Mar 2026, 23:30 UTC");
  });
});

test("a clock with seconds tells them", () =>
  expect(formatClockWithSeconds(new Date(2026, 2, 14, 23, 30, 7).getTime())).toBe("23:30:07"));

test("a format is made when it is first needed, and once", () => {
  const made: string[] = [];
  const noting = <Maker extends new (...given: never[]) => object>(maker: Maker): Maker =>
    new Proxy(maker, { construct: (target, given) => (made.push(target.name), Reflect.construct(target, given)) });
  vi.stubGlobal("Intl", {
    NumberFormat: noting(Intl.NumberFormat),
    DateTimeFormat: noting(Intl.DateTimeFormat),
  });
  onTestFinished(() => void vi.unstubAllGlobals());
  formatIn("de");
  expect(made).toEqual([]);
  formatCount(1);
  formatCount(2);
  expect(made).toEqual(["NumberFormat"]);
});

test("numbers and dates are written as the person is used to, and in files the same everywhere", () => {
  const at = new Date(2026, 2, 14, 23, 30).getTime();
  formatIn("de");
  expect([formatCounted(1207, "customer"), formatDate(at), formatClock(at)]).toEqual([
    "1.207 customers",
    "14. März 2026",
    "23:30",
  ]);
  formatIn("en-US");
  expect([formatCount(1207), formatDate(at)]).toEqual(["1,207", "Mar 14, 2026"]);
  expect(formatClock(at)).toMatch(/^11:30\sPM$/);
  expect(plainCounted(1207, "customer")).toBe("1207 customers");
});
