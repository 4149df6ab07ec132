import fc from "fast-check";
import { describe, expect, it, onTestFinished, test, vi } from "vitest";
import { isFull, namedIn, parseViews, viewName, withView, type SavedView } from "./saved-views";
import { longestName, storedViews, viewsKey } from "./views-storage";

const mine: SavedView = { name: "Mine", state: "source=Marketplace" };
const critical: SavedView = { name: "Critical", state: "sort=-findings" };

describe("what was stored", () => {
  it("comes back as it was", () => {
    expect(parseViews(null)).toEqual({ views: [], lost: 0 });
    expect(parseViews(JSON.stringify([mine, critical]))).toEqual({ views: [mine, critical], lost: 0 });
  });

  test.each([
    ["no JSON", "[{"],
    ["no list", '{"name":"Mine"}'],
  ])("is lost as a whole where it is %s", (_, text) => expect(parseViews(text)).toEqual({ views: [], lost: 1 }));

  test.each([
    ["no view", 7],
    ["nothing", null],
    ["without a state", { name: "Old" }],
    ["without a name", { name: "  ", state: "" }],
    ["with a name that is too long", { name: "x".repeat(longestName + 1), state: "" }],
    ["with a state that is too long", { name: "Long", state: "x".repeat(10_000) }],
    ["of a name that is taken", { name: "MINE", state: "" }],
  ])("loses the entry that is %s, and keeps the others", (_, entry) =>
    expect(parseViews(JSON.stringify([mine, entry, critical]))).toEqual({ views: [mine, critical], lost: 1 }),
  );

  it("is read whatever it holds, and what is read is stored and read again without loss", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const { views } = parseViews(text);
        expect(parseViews(JSON.stringify(views))).toEqual({ views, lost: 0 });
      }),
    );
  });
});

describe("names", () => {
  it("have no blanks around them, are short, and are not empty", () => {
    expect(viewName("  No   delete\nrole ")).toBe("No delete role");
    expect(viewName(" \t ")).toBeUndefined();
    expect(viewName("x".repeat(100))).toHaveLength(longestName);
    expect(viewName(`${"x".repeat(longestName - 1)}👨`)).toBe("x".repeat(longestName - 1));
  });

  it("are the same in either case", () => {
    expect(namedIn([mine, critical], "critical")).toBe(critical);
    expect(namedIn([mine], undefined)).toBeUndefined();
  });
});

it("a view takes the place of the one that has its name, else the last", () => {
  const changed = { name: "mine", state: "" };
  expect(withView([mine, critical], changed)).toEqual([changed, critical]);
  expect(withView([mine], critical)).toEqual([mine, critical]);
});

it("there are at most a hundred", () => {
  const many = Array.from({ length: 101 }, (_, at) => ({ name: `View ${at}`, state: "" }));
  expect(parseViews(JSON.stringify(many))).toMatchObject({ lost: 1 });
  expect([isFull(many.slice(0, 99)), isFull(many.slice(0, 100))]).toEqual([false, true]);
});

it("each person has views of their own, of each table", () => {
  const keys = [viewsKey("mira", "customers"), viewsKey("joon", "customers"), viewsKey("mira", "findings")];
  expect(new Set(keys).size).toBe(3);
});

it("there are none where storage is blocked", () => {
  onTestFinished(() => void vi.unstubAllGlobals());
  vi.stubGlobal("localStorage", { getItem: () => expect.fail("Blocked.") });
  expect(storedViews("key")).toBeNull();
});
