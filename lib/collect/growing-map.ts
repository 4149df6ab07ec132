export type GrowingMap<Key, Value> = ReturnType<typeof growingMap<Key, Value>>;

/**
 * A map that is filled again and again. What an earlier pass left stays until this one overwrites it or says that it
 * has everything; a snapshot is copied only if something changed since the last.
 */
export function growingMap<Key, Value>(earlier: ReadonlyMap<Key, Value> = new Map()) {
  const entries = new Map(earlier);
  const fresh = new Set<Key>();
  let snapshot: ReadonlyMap<Key, Value> | undefined = earlier;

  return {
    get: (key: Key) => entries.get(key),
    has: (key: Key) => entries.has(key),
    values: () => entries.values(),
    keys: () => entries.keys(),
    /** Whether this pass wrote the entry. */
    isFresh: (key: Key) => fresh.has(key),
    size: () => entries.size,
    freshCount: () => fresh.size,
    /** Entries that only an earlier pass saw. */
    staleCount: () => entries.size - fresh.size,

    set(key: Key, value: Value) {
      fresh.add(key);
      if (entries.get(key) === value) return;
      entries.set(key, value);
      snapshot = undefined;
    },

    /** Rewrites an entry that is there, which does not make it one that this pass read. */
    replace(key: Key, value: Value) {
      entries.set(key, value);
      snapshot = undefined;
    },

    /** This pass has seen all there is, or all that is meant: what it did not see is gone. */
    dropStale(isMeant: (value: Value) => boolean = () => true) {
      if (fresh.size === entries.size) return;
      for (const [key, value] of [...entries]) if (!fresh.has(key) && isMeant(value)) entries.delete(key);
      snapshot = undefined;
    },

    snapshot: (): ReadonlyMap<Key, Value> => (snapshot ??= new Map(entries)),
  };
}
