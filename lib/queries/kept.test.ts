import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Azure } from "@/lib/azure/client";
import { aCoverage, aDelegation, anInventory, exampleTenant, us } from "@/lib/domain/example-inventory";
import type { Inventory } from "@/lib/domain/inventory";
import { inventoryPacking } from "@/lib/store/inventory-codec";
import { memoryShelf } from "@/lib/store/testing/memory-shelf";

const hour = 60 * 60_000;
const start = Date.parse("2026-11-20T09:00:00Z");

/** One turn after the other, as the browser gives locks; a signal ends the wait. */
function locks() {
  let last = Promise.resolve();
  return {
    async request(_name: string, { signal }: { signal: AbortSignal }, take: () => Promise<void>) {
      const before = last;
      let done = () => {};
      last = new Promise((resolve) => (done = resolve));
      try {
        await Promise.race([
          before,
          new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason as Error))),
        ]);
        await take();
      } finally {
        done();
      }
    },
  };
}

let shelf: ReturnType<typeof memoryShelf>;
let navigation: string;

beforeEach(() => {
  vi.useFakeTimers({ now: start, toFake: ["Date"] });
  shelf = memoryShelf();
  navigation = "navigate";
  const items = new Map<string, string>();
  vi.doMock("@/lib/store/indexed-db-shelf", () => ({ indexedDbShelf: () => shelf.shelf }));
  vi.stubGlobal("navigator", { locks: locks() });
  vi.stubGlobal("document", { visibilityState: "hidden" });
  vi.stubGlobal("localStorage", {
    getItem: (name: string) => items.get(name) ?? null,
    setItem: (name: string, value: string) => items.set(name, value),
    removeItem: (name: string) => items.delete(name),
  });
  vi.spyOn(performance, "getEntriesByType").mockImplementation(() => [{ type: navigation } as never]);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** A page that was loaded just now, of a person. */
async function tab(account = "mira") {
  vi.resetModules();
  const azure = { key: ["Cloud", us, account], tenant: us } as unknown as Azure;
  return { azure, kept: await import("./kept"), marked: () => localStorage.getItem("fresnel:kept") !== null };
}

const inventory = (offer: number, readAt = Date.now(), state: "complete" | "failed" = "complete"): Inventory => {
  const coverage = aCoverage({ startedAt: readAt - 1000, finishedAt: readAt });
  const sources = { ...coverage.sources, assignments: { ...coverage.sources.assignments, state, readAt } };
  return anInventory({ delegations: [aDelegation(offer)], coverage: { ...coverage, sources } });
};
const offerIn = (given: Inventory | undefined) => [...(given?.delegations.values() ?? [])][0]?.definition?.offer;
const pass = (ms: number) => vi.setSystemTime(Date.now() + ms);
const soon = () => new Promise((resolve) => setTimeout(resolve, 30));

describe("what is restored", () => {
  test("is what the last reading brought that brought anything, and the person's own", async () => {
    const one = await tab();
    await one.kept.keep(one.azure, inventory(1));
    await one.kept.keep(one.azure, inventory(2, Date.now(), "failed"));
    await one.kept.keep(one.azure, { ...inventory(3), coverage: { ...inventory(3).coverage, finishedAt: undefined } });
    expect(one.marked()).toBe(true);
    const later = await tab();
    expect(offerIn((await later.kept.restore(later.azure))?.inventory)).toBe("Care 1");
    const other = await tab("joon");
    expect(await other.kept.restore(other.azure)).toBeUndefined();
  });

  test("is nothing where it cannot be understood, and that is deleted", async () => {
    const { kept, azure } = await tab();
    const packing = { pack: inventoryPacking.pack, unpack: () => expect.fail("Damaged.") };
    await kept.keepPart(azure, "inventory", packing, inventory(1), Date.now());
    expect(await kept.openPart(azure, "inventory", packing)).toBeUndefined();
    expect(shelf.entries()).toEqual([]);
  });

  test("is known to this visit until it has read anew", async () => {
    const { kept, azure } = await tab();
    await kept.keep(azure, inventory(1));
    await kept.restore(azure);
    expect(offerIn(kept.restoredInventory(azure))).toBe("Care 1");
    kept.forgetRestored(azure);
    expect(kept.restoredInventory(azure)).toBeUndefined();
  });

  test("is not what is about another managing tenant", async () => {
    const one = await tab();
    await one.kept.keep(one.azure, { ...inventory(1), managingTenant: exampleTenant(9) });
    expect(await one.kept.restore(one.azure)).toBeUndefined();
  });

  test("is current where it was read within a quarter of an hour and the page was not reloaded", async () => {
    const one = await tab();
    await one.kept.keep(one.azure, inventory(1));
    pass(14 * 60_000);
    expect(await one.kept.restore(one.azure)).toMatchObject({ isCurrent: true });
    navigation = "reload";
    expect(await one.kept.restore(one.azure)).toMatchObject({ isCurrent: false });
    navigation = "navigate";
    pass(2 * 60_000);
    expect(await one.kept.restore(one.azure)).toMatchObject({ isCurrent: false });
  });
});

describe("turned off", () => {
  test("all is deleted and nothing is kept, until it is turned on", async () => {
    const { kept, azure, marked } = await tab();
    await kept.keep(azure, inventory(1));
    await kept.setKeeping(false, azure, inventory(1));
    await kept.keep(azure, inventory(2));
    expect([shelf.entries().length, shelf.keys.size, marked()]).toEqual([0, 0, false]);
    expect(await kept.restore(azure)).toBeUndefined();
    await kept.setKeeping(true, azure, inventory(3));
    expect(offerIn((await kept.restore(azure))?.inventory)).toBe("Care 3");
  });

  test("nothing is kept or shown in a later visit, nor of anybody else", async () => {
    const joon = await tab("joon");
    await joon.kept.keep(joon.azure, inventory(2));
    const one = await tab();
    await one.kept.setKeeping(false, one.azure, undefined);
    expect(shelf.entries()).toEqual([]);
    const later = await tab();
    await later.kept.keep(later.azure, inventory(1));
    expect(shelf.entries()).toEqual([]);
    // Another tab may have kept it just before.
    await joon.kept.setKeeping(true, joon.azure, inventory(2));
    const last = await tab("joon");
    localStorage.setItem("fresnel:keep", "off");
    expect(await last.kept.restore(last.azure)).toBeUndefined();
  });

  test("another tab that was open before keeps nothing either", async () => {
    const other = await tab();
    await other.kept.keep(other.azure, inventory(1));
    const one = await tab();
    await one.kept.setKeeping(false, one.azure, undefined);
    await other.kept.keep(other.azure, inventory(2));
    expect([shelf.entries().length, shelf.keys.size]).toEqual([0, 0]);
  });
});

test("at sign-out everything of that person goes, and nothing comes back that was on its way", async () => {
  const joon = await tab("joon");
  await joon.kept.keep(joon.azure, inventory(2));
  const { kept, azure, marked } = await tab();
  const saving = kept.keep(azure, inventory(1));
  await kept.forget(azure);
  await saving;
  await kept.keep(azure, inventory(1));
  expect([shelf.entries().length, marked()]).toEqual([1, true]);
  await joon.kept.forget(joon.azure);
  expect([shelf.entries().length, shelf.keys.size, marked()]).toEqual([0, 0, false]);
});

describe("what was last seen", () => {
  const visit = async () => {
    const { kept, azure } = await tab();
    await kept.restore(azure);
    await soon();
    return { seen: offerIn(await kept.lastSeen(azure)), read: (offer: number) => kept.keep(azure, inventory(offer)) };
  };

  test("is what the visit before ended with, however often the page is loaded in this one", async () => {
    const first = await visit();
    expect(first.seen).toBeUndefined();
    await first.read(1);
    pass(hour);
    const reloaded = await visit();
    expect(reloaded.seen).toBeUndefined();
    await reloaded.read(2);
    pass(14 * hour);
    const morning = await visit();
    expect(morning.seen).toBe("Care 2");
    await morning.read(3);
    pass(5 * 60_000);
    const again = await visit();
    expect(again.seen).toBe("Care 2");
    await again.read(4);
    pass(4 * hour);
    expect((await visit()).seen).toBe("Care 4");
  });
});

describe("several tabs", () => {
  const turn = (since: Inventory, given: { isAsked?: boolean; signal?: AbortSignal } = {}) => {
    const shown: Inventory[] = [];
    const { isAsked, signal = new AbortController().signal } = given;
    return { shown, turn: { since, isAsked, signal, show: (one: Inventory) => void shown.push(one) } };
  };
  const reading = (offer: number) => {
    let end = () => {};
    const ended = new Promise<void>((resolve) => (end = resolve));
    const read = vi.fn(async () => {
      await ended;
      return inventory(offer);
    });
    return { read, end: () => end() };
  };
  const old = () => inventory(1, Date.now() - hour);

  test("one reads, and the others take what it read; meanwhile they show what they have as old", async () => {
    const [one, other] = [await tab(), await tab()];
    const [ours, theirs] = [reading(2), reading(3)];
    const first = one.kept.readInTurn(one.azure, turn(old()).turn, ours.read);
    await soon();
    const waiting = turn(old());
    const second = other.kept.readInTurn(other.azure, waiting.turn, theirs.read);
    await soon();
    expect(waiting.shown.map(({ coverage }) => [coverage.finishedAt, coverage.sources.assignments])).toMatchObject([
      [undefined, { state: "waiting", heldFrom: start - hour }],
    ]);
    ours.end();
    expect(offerIn(await first)).toBe("Care 2");
    expect(offerIn(await second)).toBe("Care 2");
    expect(theirs.read).not.toHaveBeenCalled();
  });

  test("who asked for a reading gets one that began after that", async () => {
    const [one, other] = [await tab(), await tab()];
    const [ours, theirs] = [reading(2), reading(3)];
    theirs.end();
    void one.kept.readInTurn(one.azure, turn(old()).turn, ours.read);
    await soon();
    const second = other.kept.readInTurn(other.azure, turn(old(), { isAsked: true }).turn, theirs.read);
    ours.end();
    expect(offerIn(await second)).toBe("Care 3");
  });

  test("a reading that was stopped is neither taken nor kept", async () => {
    const [one, other] = [await tab(), await tab()];
    const whole = inventory(2);
    const principals = { ...whole.coverage.sources.principals, state: "cancelled" as const };
    const sources = { ...whole.coverage.sources, principals };
    const stopped = { ...whole, coverage: { ...whole.coverage, sources } };
    await one.kept.readInTurn(one.azure, turn(old()).turn, () => Promise.resolve(stopped));
    const ours = reading(3);
    ours.end();
    expect(offerIn(await other.kept.readInTurn(other.azure, turn(old()).turn, ours.read))).toBe("Care 3");
  });

  test("what is older than what is shown, or is old by now, is not taken", async () => {
    const one = await tab();
    await one.kept.keep(one.azure, inventory(2, Date.now() - 60_000));
    const ours = reading(3);
    ours.end();
    expect(offerIn(await one.kept.readInTurn(one.azure, turn(inventory(1)).turn, ours.read))).toBe("Care 3");
    pass(20 * 60_000);
    const later = reading(4);
    later.end();
    expect(offerIn(await one.kept.readInTurn(one.azure, turn(inventory(1, start - hour)).turn, later.read))).toBe(
      "Care 4",
    );
  });

  test("a reading that fails lets the next tab read", async () => {
    const [one, other] = [await tab(), await tab()];
    const theirs = reading(3);
    theirs.end();
    const first = one.kept.readInTurn(one.azure, turn(old()).turn, () => Promise.reject(new Error("Closed.")));
    const second = other.kept.readInTurn(other.azure, turn(old()).turn, theirs.read);
    await expect(first).rejects.toThrow("Closed.");
    expect(offerIn(await second)).toBe("Care 3");
  });

  test("who is stopped while waiting does not wait", async () => {
    const [one, other] = [await tab(), await tab()];
    const theirs = reading(3);
    theirs.end();
    void one.kept.readInTurn(one.azure, turn(old()).turn, reading(2).read);
    await soon();
    const stop = new AbortController();
    const second = other.kept.readInTurn(other.azure, turn(old(), { signal: stop.signal }).turn, theirs.read);
    stop.abort();
    expect(offerIn(await second)).toBe("Care 3");
  });
});
