import { expect, test } from "vitest";
import { digestOf } from "./digest";

test("a text has the same digest everywhere and always", () => {
  expect([digestOf(""), digestOf("LH-SEC-001"), digestOf("LH-SEC-002")]).toEqual([
    "c4c9e4629e67ca21",
    "bf465bae76176847",
    "f8c690d87f9dc65f",
  ]);
});

test("keys that differ in one digit have digests that differ in half of their bits, and none the same", () => {
  const count = 200_000;
  const digests = Array.from({ length: count }, (_, at) =>
    digestOf(`authorization 00000001-0000-4000-8000-${at.toString(16).padStart(12, "0")} standing`),
  );
  expect(new Set(digests).size).toBe(count);
  for (const half of [0, 8]) {
    // Of 32 bits, two digests that have nothing to do with one another share 16 on average.
    const parts = digests.slice(0, 20_000).map((digest) => parseInt(digest.slice(half, half + 8), 16));
    const shared = parts.slice(1).map((part, at) => bitsOf(~(part ^ parts[at]!)));
    const average = shared.reduce((sum, bits) => sum + bits, 0) / shared.length;
    expect(Math.abs(average - 16)).toBeLessThan(0.2);
  }
});

function bitsOf(word: number): number {
  let bits = 0;
  for (let rest = word >>> 0; rest > 0; rest >>>= 1) bits += rest & 1;
  return bits;
}
