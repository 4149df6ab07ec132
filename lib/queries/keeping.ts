import type { Azure } from "@/lib/azure/client";
import type { Inventory } from "@/lib/domain/inventory";

/*
 * What was read is kept in this browser for the next visit. This is the little that every visit needs of it; the rest is
 * fetched where there is something to look for, and after a reading.
 */
const load = () => import("./kept");
/** Its place in local storage says that something is kept for somebody, so that a first visit looks for nothing. */
export const mark = "fresnel:kept";

function isMarked(): boolean {
  try {
    return localStorage.getItem(mark) !== null;
  } catch {
    return false;
  }
}

/** Gets ready to look while MSAL finds out who is there. */
export const prepareKept = (): void => void (isMarked() && load().then(({ prepare }) => prepare(), nothing));

/** `isCurrent`: another tab read it lately, and the person did not ask for more. */
export type Restored = Readonly<{ inventory: Inventory; isCurrent: boolean }>;

/** The inventory that an earlier visit or another tab left for this person. Whatever goes wrong, there is none. */
export const restoreKept = async (azure: Azure): Promise<Restored | undefined> =>
  isMarked() ? load().then(({ restore }) => restore(azure), nothing) : undefined;

/** Keeps it when the page has nothing better to do. */
export const keep = async (azure: Azure, inventory: Inventory): Promise<void> =>
  typeof indexedDB === "undefined"
    ? undefined
    : load()
        .then((kept) => kept.keep(azure, inventory))
        .catch(nothing);

export type Turn = Readonly<{
  since: Inventory;
  /** The person asked for it: what was read before that is not what they want. */
  isAsked: boolean | undefined;
  signal: AbortSignal;
  show: (inventory: Inventory) => void;
}>;

/** Reads, or takes what another tab of the same person has read. */
export const readInTurn = async (azure: Azure, turn: Turn, read: () => Promise<Inventory>): Promise<Inventory> =>
  globalThis.navigator?.locks
    ? load().then(
        (kept) => kept.readInTurn(azure, turn, read),
        () => read(),
      )
    : read();

/** Deletes all that is kept for this person, key and data, and keeps nothing more until the page is loaded anew. */
export const forgetKept = (azure: Azure): Promise<void> =>
  load()
    .then(({ forget }) => forget(azure))
    .catch(() => void indexedDB.deleteDatabase("fresnel"))
    .catch(nothing);

const nothing = () => undefined;
