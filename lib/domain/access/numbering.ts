/** Small numbers for ids, from 0 in the order of their first mention: what is large is kept in arrays of these. */
export type Numbering<Id> = Readonly<{ find(id: Id): number; at(number: number): Id; size(): number }>;

export type Numbers<Id> = Numbering<Id> & Readonly<{ add(id: Id): number }>;

/** `find` gives -1 for what has no number. */
export function createNumbers<Id>(): Numbers<Id> {
  const numbers = new Map<Id, number>();
  const ids: Id[] = [];
  return {
    find: (id) => numbers.get(id) ?? -1,
    at(number) {
      const id = ids[number];
      if (id === undefined) throw new RangeError(`Nothing has the number ${number}.`);
      return id;
    },
    size: () => ids.length,
    add(id) {
      const known = numbers.get(id);
      if (known !== undefined) return known;
      numbers.set(id, ids.length);
      return ids.push(id) - 1;
    },
  };
}
