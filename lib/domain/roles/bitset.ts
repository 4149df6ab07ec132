/** A set of small whole numbers, one bit for each: how the operations that a role allows are held. */
export type Bitset = Uint32Array;

export const emptySet = (size: number): Bitset => new Uint32Array(Math.ceil(size / 32));

export const hasBit = (set: Bitset, bit: number): boolean => ((set[bit >>> 5] ?? 0) & (1 << (bit & 31))) !== 0;

export function setBit(set: Bitset, bit: number, value = true): void {
  const word = set[bit >>> 5] ?? 0;
  set[bit >>> 5] = value ? word | (1 << (bit & 31)) : word & ~(1 << (bit & 31));
}

/** Sets or clears the bits from `from` up to, but not including, `to`. */
export function setRange(set: Bitset, from: number, to: number, value = true): void {
  for (let bit = from; bit < to;) {
    const length = Math.min(32 - (bit & 31), to - bit);
    const mask = length === 32 ? 0xffffffff : ((1 << length) - 1) << (bit & 31);
    const word = set[bit >>> 5] ?? 0;
    set[bit >>> 5] = value ? word | mask : word & ~mask;
    bit += length;
  }
}

export function addAll(set: Bitset, others: Bitset): void {
  for (let word = 0; word < set.length; word++) set[word] = (set[word] ?? 0) | (others[word] ?? 0);
}

export const union = (one: Bitset, other: Bitset): Bitset => {
  const both = one.slice();
  addAll(both, other);
  return both;
};

export const without = (one: Bitset, other: Bitset): Bitset => one.map((word, at) => word & ~(other[at] ?? 0));
export const intersection = (one: Bitset, other: Bitset): Bitset => one.map((word, at) => word & (other[at] ?? 0));

export const isSubset = (one: Bitset, other: Bitset): boolean =>
  one.every((word, at) => (word & ~(other[at] ?? 0)) === 0);

function bitsOf(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return (((fours + (fours >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

export const sizeOf = (set: Bitset): number => set.reduce((sum, word) => sum + bitsOf(word), 0);

/** The lowest number in the set, or undefined for an empty one. */
export function firstMember(set: Bitset): number | undefined {
  const at = set.findIndex((word) => word !== 0);
  const word = set[at];
  return word === undefined ? undefined : at * 32 + 31 - Math.clz32(word & -word);
}

/** The numbers in the set, lowest first. */
export function members(set: Bitset): number[] {
  const found: number[] = [];
  set.forEach((word, at) => {
    for (let rest = word; rest !== 0; rest &= rest - 1) found.push(at * 32 + 31 - Math.clz32(rest & -rest));
  });
  return found;
}
