import { describe, expect, it } from "vitest";
import { roleId } from "@/lib/domain/ids";
import { failure } from "./testing/scripted";
import { anything, entries, id, list, maybe, optional, record, text } from "./wire";

const guid = "acdd72a7-3385-48ef-bd42-f606fba81ae7";
const Role = record({
  id: id(roleId),
  name: text,
  list: entries,
  more: optional(record({ owner: id(roleId), note: text })),
  other: maybe(roleId),
  raw: anything,
});

const wrong = (raw: unknown) => failure(Promise.resolve().then(() => Role(raw)));

describe("a record", () => {
  it("keeps the fields it names, and only those", () => {
    expect(
      Role({ id: guid.toUpperCase(), name: "Reader", list: [1], raw: { x: 1 }, more: null, surplus: true }),
    ).toEqual({
      id: guid,
      name: "Reader",
      list: [1],
      more: undefined,
      other: undefined,
      raw: { x: 1 },
    });
  });

  it.each([null, "", 7, {}, []])("takes %j for no text, and what is no list for an empty one", (odd) => {
    expect(
      Role({ id: guid, name: odd === "" ? null : odd, list: odd === null ? undefined : {}, other: odd }),
    ).toMatchObject({
      name: undefined,
      list: [],
      other: undefined,
    });
  });

  it.each<[unknown, string, string]>([
    [undefined, "", "should be an object, is missing"],
    [[], "", "should be an object, is a list"],
    [{}, "id", "should be a string, is missing"],
    [{ id: 7 }, "id", "should be a string, is a number"],
    [{ id: "seven" }, "id", 'is no valid id: "seven"'],
    [{ id: guid, more: "x" }, "more", "should be an object, is a string"],
    [{ id: guid, more: { owner: null } }, "more.owner", "should be a string, is null"],
  ])("refuses %j and says where", async (raw, path, message) => {
    expect(await wrong(raw)).toMatchObject({ path, message });
  });
});

describe("a list", () => {
  it("keeps every record that can be read, and names the others by their place", () => {
    const { items, malformed } = list([{ id: guid }, { id: 1 }, null], Role, "value", 10);
    expect(items.map((role) => role.id)).toEqual([guid]);
    expect(malformed).toEqual([
      { path: "value[11].id", message: "should be a string, is a number" },
      { path: "value[12]", message: "should be an object, is null" },
    ]);
  });
});
