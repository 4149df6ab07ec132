import type { Azure } from "@/lib/azure/client";
import { breathe } from "@/lib/collect/breathe";
import { isReading } from "@/lib/domain/coverage";
import type { Inventory } from "@/lib/domain/inventory";
import { savedKeeping } from "@/lib/preference";
import { indexedDbShelf } from "@/lib/store/indexed-db-shelf";
import { packInventory, unpackInventory } from "@/lib/store/inventory-codec";
import type { Part } from "@/lib/store/shelf";
import { createVault, formatVersion } from "@/lib/store/vault";
import { finish, runSliced } from "@/lib/table/slices";
import { isFresh } from "./freshness";
import { markKept, type Restored, type Turn } from "./keeping";

const shelf = indexedDbShelf(formatVersion);
let vault = createVault(shelf, Date.now);

const ownerOf = ({ key }: Azure) => key.join(" ");

/** Opens what takes a while to open, before it is known whose readings to look for. */
export const prepare = (): void => void shelf.labels().catch(() => undefined);

/** What is kept of a part; what proves unreadable is thrown away. */
export async function openKept(azure: Azure, part: Part): Promise<Inventory | undefined> {
  if (savedKeeping.get() === "off") return undefined;
  const kept = await vault.open(ownerOf(azure), part);
  if (!kept) return undefined;
  try {
    const inventory = await inSlices(unpackInventory(kept.bytes));
    if (inventory.managingTenant !== azure.tenant) throw new Error("It is another tenant's.");
    return inventory;
  } catch {
    await vault.drop(ownerOf(azure), part);
    return undefined;
  }
}

export async function restore(azure: Azure): Promise<Restored | undefined> {
  const inventory = await openKept(azure, "inventory");
  return inventory && { inventory, isCurrent: isFresh(inventory.coverage, Date.now()) && !isReload() };
}

/** The saving that is under way; a newer one ends it. */
const savings = new WeakMap<Azure, AbortController>();

/** Nothing is kept of a reading that was stopped or brought no delegations: an earlier one tells more. */
const isWorthKeeping = ({ coverage }: Inventory): boolean =>
  !isReading(coverage) && ["complete", "partial"].includes(coverage.sources.assignments.state);

export async function keep(azure: Azure, inventory: Inventory, part: Part = "inventory"): Promise<void> {
  const { finishedAt } = inventory.coverage;
  if (savedKeeping.get() === "off" || finishedAt === undefined || !isWorthKeeping(inventory)) return;
  savings.get(azure)?.abort();
  const saving = new AbortController();
  savings.set(azure, saving);
  const packing = packInventory(inventory);
  // A hidden page is given a turn once a second, and nobody waits for it.
  const isHidden = document.visibilityState === "hidden";
  const bytes = isHidden ? finish(packing) : await runSliced(packing, { signal: saving.signal });
  if (await vault.keep(ownerOf(azure), part, finishedAt, bytes)) markKept(true);
}

export async function forget(azure: Azure): Promise<void> {
  await vault.forget(ownerOf(azure));
  if ((await shelf.labels()).length === 0) markKept(false);
}

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
const patience = 60_000;

/**
 * One tab reads for all that show the same. The lock is held until the reading has been kept, so that whoever waited finds
 * it there; a tab that is closed lets go of it, and the next one reads.
 */
export function readInTurn(
  azure: Azure,
  { since, isAsked, signal }: Turn,
  read: () => Promise<Inventory>,
): Promise<Inventory> {
  const wishedAt = Date.now();
  const newer = async (): Promise<Inventory | undefined> => {
    const at = await vault.keptAt(ownerOf(azure), "inventory").catch(() => undefined);
    if (at === undefined || at <= (since.coverage.finishedAt ?? 0)) return undefined;
    const kept = await openKept(azure, "inventory");
    if (!kept || !isFresh(kept.coverage, Date.now())) return undefined;
    return isAsked && kept.coverage.startedAt < wishedAt ? undefined : kept;
  };
  return new Promise((resolve, reject) => {
    const waiting = AbortSignal.any([signal, AbortSignal.timeout(patience)]);
    let isOurs = false;
    const turn = async () => {
      isOurs = true;
      const theirs = await newer();
      const inventory = theirs ?? (await read());
      resolve(inventory);
      if (!theirs) await keep(azure, inventory).catch(() => undefined);
    };
    navigator.locks.request(`fresnel reading ${ownerOf(azure)}`, { signal: waiting }, turn).catch((error: unknown) => {
      if (isOurs) reject(error instanceof Error ? error : new Error(String(error)));
      else read().then(resolve, reject);
    });
  });
}

/** Reloading a page is a wish to see it anew. */
const isReload = () =>
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
