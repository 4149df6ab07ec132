import type { Key, Label, Sealed, Shelf } from "../shelf";

export type Entry = { label: Label; sealed: Sealed };

/** A shelf that tests can look at and damage. */
export function memoryShelf() {
  const keys = new Map<string, Key>();
  let entries: Entry[] = [];
  const isAt = (one: Label, other: Label) =>
    one.owner === other.owner && one.part === other.part && one.at === other.at;
  const shelf: Shelf = {
    key: async (owner) => keys.get(owner),
    async addKey(owner, key) {
      const known = keys.get(owner) ?? key;
      keys.set(owner, known);
      return known;
    },
    labels: async () => entries.map(({ label }) => label),
    get: async (label) => entries.find((entry) => isAt(entry.label, label))?.sealed,
    async put(label, sealed, keyId) {
      if (keys.get(label.owner)?.id !== keyId) return false;
      entries = entries.filter(({ label: { owner, part } }) => owner !== label.owner || part !== label.part);
      entries.push({ label, sealed });
      return true;
    },
    remove: async (label) => void (entries = entries.filter((entry) => !isAt(entry.label, label))),
    async removeOwner(owner) {
      keys.delete(owner);
      entries = entries.filter(({ label }) => label.owner !== owner);
    },
    async clear() {
      keys.clear();
      entries = [];
    },
  };
  return { shelf, keys, entries: () => entries };
}
