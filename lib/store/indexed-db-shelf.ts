import type { Key, Label, Part, Sealed, Shelf } from "./shelf";

const name = "fresnel";
const keys = "keys";
const sealed = "sealed";

type Place = [owner: string, part: Part, at: number];

/** A list sorts after every number and text: it ends what begins in the same way. */
const partOf = (owner: string, part: Part) => IDBKeyRange.bound([owner, part], [owner, part, []]);
const allOf = (owner: string) => IDBKeyRange.bound([owner], [owner, []]);
const placeOf = ({ owner, part, at }: Label): Place => [owner, part, at];

const done = <Value>(request: IDBRequest<Value>): Promise<Value> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("IndexedDB failed."));
  });

/** The browser's shelf. What was written in another version of the format is thrown away when it is opened. */
export function indexedDbShelf(version: number): Shelf {
  let opened: Promise<IDBDatabase> | undefined;
  const open = () => (opened ??= openDatabase(version, () => (opened = undefined)));

  const within = async <Value>(
    mode: IDBTransactionMode,
    work: (stores: { keys: IDBObjectStore; sealed: IDBObjectStore }) => Promise<Value>,
  ): Promise<Value> => {
    const transaction = (await open()).transaction([keys, sealed], mode);
    const ended = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error ?? new Error("IndexedDB gave up."));
    });
    const [value] = await Promise.all([
      work({ keys: transaction.objectStore(keys), sealed: transaction.objectStore(sealed) }),
      ended,
    ]);
    return value;
  };
  const keyIn = (store: IDBObjectStore, owner: string) => done<Key | undefined>(store.get(owner));

  return {
    key: (owner) => within("readonly", ({ keys }) => keyIn(keys, owner)),
    addKey: (owner, key) =>
      within("readwrite", async ({ keys }) => {
        const known = await keyIn(keys, owner);
        if (!known) await done(keys.put(key, owner));
        return known ?? key;
      }),
    labels: () =>
      within("readonly", async ({ sealed }) => {
        const places = (await done(sealed.getAllKeys())) as unknown as Place[];
        return places.map(([owner, part, at]) => ({ owner, part, at }));
      }),
    get: (label) => within("readonly", ({ sealed }) => done<Sealed | undefined>(sealed.get(placeOf(label)))),
    put: (label, value, keyId) =>
      within("readwrite", async ({ keys, sealed }) => {
        if ((await keyIn(keys, label.owner))?.id !== keyId) return false;
        await done(sealed.delete(partOf(label.owner, label.part)));
        await done(sealed.put(value, placeOf(label)));
        return true;
      }),
    remove: (label) => within("readwrite", ({ sealed }) => done(sealed.delete(placeOf(label)))),
    removeOwner: (owner) =>
      within("readwrite", async ({ keys, sealed }) => {
        await Promise.all([done(keys.delete(owner)), done(sealed.delete(allOf(owner)))]);
      }),
    clear: () =>
      within("readwrite", async ({ keys, sealed }) => {
        await Promise.all([done(keys.clear()), done(sealed.clear())]);
      }),
  };
}

function openDatabase(version: number, onClosed: () => void): Promise<IDBDatabase> {
  const request = indexedDB.open(name, version);
  request.onupgradeneeded = () => {
    const database = request.result;
    for (const store of database.objectStoreNames) database.deleteObjectStore(store);
    database.createObjectStore(keys);
    database.createObjectStore(sealed);
  };
  return done(request).then((database) => {
    const close = () => {
      database.close();
      onClosed();
    };
    // A newer Fresnel in another tab waits for it.
    database.onversionchange = close;
    database.onclose = close;
    return database;
  });
}
