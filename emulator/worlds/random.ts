/** Mixes a text into 128 bits (four 32-bit words), the same on every machine; not meant to resist attackers. */
function words(text: string): [number, number, number, number] {
  let a = 0x9e3779b9;
  let b = 0x243f6a88;
  let c = 0xb7e15162;
  let d = 0x71374491;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    a = Math.imul(a ^ code, 0x85ebca6b) ^ b;
    b = Math.imul(b ^ code, 0xc2b2ae35) ^ c;
    c = Math.imul(c ^ code, 0x27d4eb2f) ^ d;
    d = Math.imul(d ^ code, 0x165667b1) ^ a;
  }
  for (let round = 0; round < 4; round++) {
    a = finish(a + d);
    b = finish(b ^ a);
    c = finish(c + b);
    d = finish(d ^ c);
  }
  return [a, b, c, d];
}

function finish(word: number): number {
  const once = Math.imul((word >>> 16) ^ word, 0x45d9f3b);
  const twice = Math.imul((once >>> 13) ^ once, 0x45d9f3b);
  return ((twice >>> 16) ^ twice) >>> 0;
}

const hex = (word: number) => word.toString(16).padStart(8, "0");

/** A GUID in the shape of version 4 that always belongs to the same parts. */
export function guidFrom(...parts: (string | number)[]): string {
  const [a, b, c, d] = words(parts.join("\u0000"));
  const [second, third] = [hex(b), hex(c)];
  const variant = ((c >>> 28) & 0x3) | 0x8;
  return `${hex(a)}-${second.slice(0, 4)}-4${second.slice(5)}-${variant.toString(16)}${third.slice(1, 4)}-${third.slice(4)}${hex(d)}`;
}

export type Random = {
  /** From 0 up to, not including, 1. */
  next(): number;
  /** A whole number from 0 up to, not including, `limit`. */
  below(limit: number): number;
  pick<T>(from: readonly T[]): T;
  chance(share: number): boolean;
};

/** A small generator (mulberry32) whose whole sequence follows from the seed's parts. */
export function randomFrom(...seed: (string | number)[]): Random {
  let [state] = words(seed.join("\u0000"));
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    const once = Math.imul(state ^ (state >>> 15), state | 1);
    const twice = once ^ (once + Math.imul(once ^ (once >>> 7), once | 61));
    return ((twice ^ (twice >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    next,
    below,
    pick: (from) => {
      const chosen = from[below(from.length)];
      if (chosen === undefined) throw new Error("Nothing to pick from.");
      return chosen;
    },
    chance: (share) => next() < share,
  };
}
