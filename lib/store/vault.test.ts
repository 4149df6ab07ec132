import { expect, test } from "vitest";
import { memoryShelf } from "./testing/memory-shelf";
import { createVault, longestKept } from "./vault";

const day = 24 * 60 * 60_000;
const start = Date.parse("2026-11-20T09:00:00Z");
const bytesOf = (text: string) => new TextEncoder().encode(text);

function stage() {
  const memory = memoryShelf();
  let now = start;
  const vault = () => createVault(memory.shelf, () => now);
  const opened = async (owner: string, by = vault()) => {
    const kept = await by.open(owner, "inventory");
    return kept && { at: kept.at, text: new TextDecoder().decode(kept.bytes) };
  };
  return { ...memory, vault, opened, pass: (ms: number) => void (now += ms) };
}

test("what is kept is read back by the same person, in a later visit", async () => {
  const { vault, opened } = stage();
  await vault().keep("mira", "inventory", start, bytesOf("customers"));
  expect(await opened("mira")).toEqual({ at: start, text: "customers" });
  expect(await vault().keptAt("mira", "inventory")).toBe(start);
  expect(await opened("joon")).toBeUndefined();
  expect(await vault().open("mira", "lastSeen")).toBeUndefined();
});

test("nothing lies there in the clear, neither whose it is nor what, and the key cannot be taken out", async () => {
  const { vault, entries, keys } = stage();
  await vault().keep("mira", "inventory", start, bytesOf("customers"));
  const [{ label, sealed }] = entries() as [ReturnType<typeof entries>[number]];
  expect(JSON.stringify([label, [...keys.keys()]])).not.toContain("mira");
  expect(new TextDecoder().decode(sealed.bytes)).not.toContain("customers");
  const [{ key } = expect.fail("No key.")] = keys.values();
  expect(key.extractable).toBe(false);
  await expect(crypto.subtle.exportKey("raw", key)).rejects.toThrow();
});

test("the newer takes the place of the older, sealed anew", async () => {
  const { vault, opened, entries } = stage();
  const one = vault();
  await one.keep("mira", "inventory", start, bytesOf("same"));
  const before = entries()[0]!.sealed;
  await one.keep("mira", "inventory", start + 1, bytesOf("same"));
  expect(entries()).toHaveLength(1);
  expect(entries()[0]!.sealed.iv).not.toEqual(before.iv);
  expect(await opened("mira")).toEqual({ at: start + 1, text: "same" });
});

test("what is older than a week is deleted and not shown, whosever it is; so is what comes from the future", async () => {
  const { vault, opened, entries, pass } = stage();
  await vault().keep("mira", "inventory", start, bytesOf("old"));
  await vault().keep("joon", "inventory", start + 5 * day, bytesOf("young"));
  await vault().keep("ruth", "inventory", start + 9 * day, bytesOf("of tomorrow"));
  pass(longestKept - 1);
  expect(await opened("mira")).toMatchObject({ text: "old" });
  pass(1);
  expect(await opened("mira")).toBeUndefined();
  expect(await opened("ruth")).toBeUndefined();
  expect(entries().map(({ label }) => label.at)).toEqual([start + 5 * day]);
});

test.each([
  ["bytes", (label: object, bytes: Uint8Array) => (bytes[3]! ^= 1)],
  ["a time", (label: object) => Object.assign(label, { at: start + 1 })],
  ["a part", (label: object) => Object.assign(label, { part: "lastSeen" })],
])("damaged or changed %s open nothing, and are deleted", async (_, damage) => {
  const { vault, entries } = stage();
  await vault().keep("mira", "inventory", start, bytesOf("customers"));
  const [{ label, sealed }] = entries() as [ReturnType<typeof entries>[number]];
  damage(label, new Uint8Array(sealed.bytes));
  expect(await vault().open("mira", label.part)).toBeUndefined();
  expect(entries()).toEqual([]);
});

test("what lies under another owner's label opens nothing", async () => {
  const { vault, entries } = stage();
  await vault().keep("mira", "inventory", start, bytesOf("hers"));
  await vault().keep("joon", "inventory", start, bytesOf("his"));
  const [hers, his] = entries() as [ReturnType<typeof entries>[number], ReturnType<typeof entries>[number]];
  Object.assign(his, { sealed: hers.sealed });
  expect(await vault().open("joon", "inventory")).toBeUndefined();
});

test("forgetting deletes key and data of one person, and a tab that still reads does not bring them back", async () => {
  const { vault, entries, keys } = stage();
  const otherTab = vault();
  await otherTab.keep("mira", "inventory", start, bytesOf("hers"));
  await otherTab.keep("joon", "inventory", start, bytesOf("his"));
  await vault().forget("mira");
  expect([entries().length, keys.size]).toEqual([1, 1]);
  await otherTab.keep("mira", "inventory", start + 1, bytesOf("hers, later"));
  expect([entries().length, keys.size]).toEqual([1, 1]);
  await vault().forgetAll();
  expect([entries().length, keys.size]).toEqual([0, 0]);
});

test("who was forgotten before anything was kept gets no key either", async () => {
  const { vault, entries, keys } = stage();
  const one = vault();
  await one.forget("mira");
  expect(await one.keep("mira", "inventory", start, bytesOf("hers"))).toBe(false);
  await one.forgetAll();
  expect(await one.keep("joon", "inventory", start, bytesOf("his"))).toBe(false);
  expect([entries().length, keys.size]).toEqual([0, 0]);
});

test("two tabs that keep for the first time use one key", async () => {
  const { vault, keys, opened } = stage();
  const [one, other] = [vault(), vault()];
  await Promise.all([
    one.keep("mira", "inventory", start, bytesOf("one")),
    other.keep("mira", "lastSeen", start, bytesOf("other")),
  ]);
  expect(keys.size).toBe(1);
  expect(await opened("mira", other)).toMatchObject({ text: "one" });
});
