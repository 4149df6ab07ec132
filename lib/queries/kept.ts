import type { Azure } from "@/lib/azure/client";
import { breathe } from "@/lib/collect/breathe";
import { toBeReadAgain } from "@/lib/domain/coverage";
import type { Inventory } from "@/lib/domain/inventory";
import { savedKeeping } from "@/lib/preference";
import { indexedDbShelf } from "@/lib/store/indexed-db-shelf";
import { inventoryPacking } from "@/lib/store/inventory-codec";
import type { Packing } from "@/lib/store/packing";
import type { Part } from "@/lib/store/shelf";
import { createVault, formatVersion } from "@/lib/store/vault";
import { finish, runSliced } from "@/lib/table/slices";
import { isAnotherVisit, isFresh } from "./freshness";
import { mark, type Restored, type Turn } from "./keeping";

const shelf = indexedDbShelf(formatVersion);
let vault = createVault(shelf, Date.now);

const ownerOf = ({ key }: Azure) => key.join(" ");

function markKept(isAnythingKept: boolean): void {
  try {
    if (isAnythingKept) localStorage.setItem(mark, "");
    else localStorage.removeItem(mark);
  } catch {
    // Storage is blocked: the next visit begins without.
  }
}

/** Opens what takes a while to open, before it is known whose readings to look for. */
export const prepare = (): void => void shelf.labels().catch(() => undefined);

/** What is kept of a part; what proves unreadable is thrown away. */
export async function openPart<Value>(
  azure: Azure,
  part: Part,
  { unpack }: Packing<Value>,
): Promise<Value | undefined> {
  if (savedKeeping.get() === "off") return undefined;
  const kept = await vault.open(ownerOf(azure), part);
  if (!kept) return undefined;
  try {
    return await inSlices(unpack(kept.bytes));
  } catch {
    await vault.drop(ownerOf(azure), part);
    return undefined;
  }
}

/** The savings that are under way; a newer one of the same part ends one. */
const savings = new Map<Part, AbortController>();

/** Keeps what was read at a time, when the page has nothing better to do. */
export async function keepPart<Value>(
  azure: Azure,
  part: Part,
  { pack }: Packing<Value>,
  value: Value,
  readAt: number,
): Promise<void> {
  if (savedKeeping.get() === "off") return;
  savings.get(part)?.abort();
  const saving = new AbortController();
  savings.set(part, saving);
  const packing = pack(value);
  // A hidden page is given a turn once a second, and nobody waits for it.
  const isHidden = document.visibilityState === "hidden";
  const bytes = isHidden ? finish(packing) : await runSliced(packing, { signal: saving.signal });
  if (await vault.keep(ownerOf(azure), part, readAt, bytes)) markKept(true);
}

async function openInventory(azure: Azure, part: "inventory" | "lastSeen"): Promise<Inventory | undefined> {
  const inventory = await openPart(azure, part, inventoryPacking);
  return inventory?.managingTenant === azure.tenant ? inventory : undefined;
}

/** A visit shows without it what takes longer, in milliseconds, to find: a browser may never answer. */
const patience = 3000;

const inTime = <Value>(wanted: Promise<Value>): Promise<Value | undefined> =>
  Promise.race([wanted, new Promise<undefined>((resolve) => setTimeout(resolve, patience))]);

/** What was last seen before this visit; undefined where the last visit goes on, and an earlier one is meant. */
const seenBefore = new WeakMap<Azure, Inventory | undefined>();

export async function restore(azure: Azure): Promise<Restored | undefined> {
  const inventory = await inTime(openInventory(azure, "inventory"));
  if (!seenBefore.has(azure)) beginVisit(azure, inventory);
  if (inventory) restored.set(azure, inventory);
  return inventory && { inventory, isCurrent: isFresh(inventory.coverage, Date.now()) && !isReload() };
}

/** What visits began with; nothing any more for those that have read it anew. */
const restored = new WeakMap<Azure, Inventory>();
export const restoredInventory = (azure: Azure): Inventory | undefined => restored.get(azure);
export const forgetRestored = (azure: Azure): void => void restored.delete(azure);

function beginVisit(azure: Azure, found: Inventory | undefined): void {
  const isAnother = found && isAnotherVisit(found.coverage.finishedAt, Date.now());
  seenBefore.set(azure, isAnother ? found : undefined);
  if (isAnother) void keep(azure, found, "lastSeen").catch(() => undefined);
}

/** What was last seen before this visit, as lib/queries/last-seen.ts means it. */
export async function lastSeen(azure: Azure): Promise<Inventory | undefined> {
  if (!seenBefore.has(azure)) await restore(azure);
  return seenBefore.get(azure) ?? openInventory(azure, "lastSeen");
}

/** Nothing is kept of a reading that was stopped or brought no delegations: an earlier one tells more. */
const isWorthKeeping = (read: Inventory["coverage"]["sources"]): boolean =>
  ["complete", "partial"].includes(read.assignments.state) &&
  Object.values(read).every(({ state }) => state !== "cancelled");

export async function keep(
  azure: Azure,
  inventory: Inventory,
  part: "inventory" | "lastSeen" = "inventory",
): Promise<void> {
  const { finishedAt, sources } = inventory.coverage;
  if (finishedAt !== undefined && isWorthKeeping(sources))
    await keepPart(azure, part, inventoryPacking, inventory, finishedAt);
}

/** A browser that takes longer than it may does not keep anybody from leaving. */
export const forget = async (azure: Azure): Promise<void> => {
  const isForgotten = vault.forget(ownerOf(azure)).then(async () => (await shelf.labels()).length === 0);
  if (await inTime(isForgotten)) markKept(false);
};

/** Turned off, all that is kept in this browser is deleted, whosever it is; turned on, this visit's is kept. */
export async function setKeeping(isOn: boolean, azure: Azure, inventory: Inventory | undefined): Promise<void> {
  savedKeeping.set(isOn ? "on" : "off");
  if (isOn) {
    vault = createVault(shelf, Date.now);
    if (inventory) await keep(azure, inventory);
  } else {
    await vault.forgetAll();
    markKept(false);
  }
}

/** How long, in milliseconds, a tab waits for another that reads, which the browser may have put to sleep. */
const longestTurn = 60_000;

/**
 * One tab reads for all that show the same. The lock is held until the reading has been kept, so that whoever waited finds
 * it there; a tab that is closed lets go of it, and the next one reads.
 */
export function readInTurn(azure: Azure, turn: Turn, read: () => Promise<Inventory>): Promise<Inventory> {
  const { since, signal, show } = turn;
  show({ ...since, coverage: toBeReadAgain(since.coverage) });
  const wishedAt = Date.now();
  return new Promise((resolve, reject) => {
    const readOurselves = async () => {
      const inventory = await read();
      resolve(inventory);
      await keep(azure, inventory).catch(() => undefined);
    };
    let isOurs = false;
    const take = async () => {
      isOurs = true;
      const theirs = await inTime(readByAnother(azure, turn, wishedAt).catch(() => undefined));
      if (theirs) resolve(theirs);
      else await readOurselves();
    };
    const options = { signal: AbortSignal.any([signal, AbortSignal.timeout(longestTurn)]) };
    navigator.locks
      .request(`fresnel reading ${ownerOf(azure)}`, options, take)
      // Stopped, or tired of waiting: a stopped reading ends by itself.
      .catch((error: unknown) => (isOurs ? Promise.reject(error) : readOurselves()))
      .catch(reject);
  });
}

/** What another tab has read since: it must be newer than what is shown, and than the wish of a person who asked for it. */
async function readByAnother(azure: Azure, { since, isAsked }: Turn, wishedAt: number): Promise<Inventory | undefined> {
  const at = await vault.keptAt(ownerOf(azure), "inventory");
  if (at === undefined || at <= (since.coverage.finishedAt ?? 0)) return undefined;
  const kept = await openInventory(azure, "inventory");
  if (!kept || !isFresh(kept.coverage, Date.now())) return undefined;
  return isAsked && kept.coverage.startedAt < wishedAt ? undefined : kept;
}

/** Reloading a page is a wish to see it anew. */
export const isReload = () =>
  performance.getEntriesByType("navigation").some((entry) => (entry as PerformanceNavigationTiming).type === "reload");

/** As fast as the page can take it. */
async function inSlices<Result>(work: Generator<void, Result>): Promise<Result> {
  for (let until = 0; ;) {
    const { done, value } = work.next();
    if (done) return value;
    if (performance.now() < until) continue;
    await breathe();
    until = performance.now() + 8;
  }
}
