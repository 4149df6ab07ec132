const mask = (1n << 64n) - 1n;
const [p1, p2, p3, p4, p5] = [
  0x9e3779b185ebca87n,
  0xc2b2ae3d27d4eb4fn,
  0x165667b19e3779f9n,
  0x85ebca77c2b2ae63n,
  0x27d4eb2f165667c5n,
] as const;

const rotate = (value: bigint, by: bigint) => ((value << by) | (value >> (64n - by))) & mask;
const mixed = (sum: bigint, lane: bigint) => (rotate((sum + lane * p2) & mask, 31n) * p1) & mask;
const merged = (sum: bigint, lane: bigint) => ((sum ^ mixed(0n, lane)) * p1 + p4) & mask;

/** xxHash64 of a text's UTF-8 bytes, which is what Kusto's `hash` computes. */
export function xxHash64(text: string): bigint {
  const bytes = Buffer.from(text, "utf8");
  let at = 0;
  let hash: bigint;
  if (bytes.length >= 32) {
    const lanes: [bigint, bigint, bigint, bigint] = [(p1 + p2) & mask, p2, 0n, (mask + 1n - p1) & mask];
    for (; at + 32 <= bytes.length; at += 32)
      for (const lane of [0, 1, 2, 3] as const) lanes[lane] = mixed(lanes[lane], bytes.readBigUInt64LE(at + lane * 8));
    hash = rotate(lanes[0], 1n) + rotate(lanes[1], 7n) + rotate(lanes[2], 12n) + rotate(lanes[3], 18n);
    for (const lane of lanes) hash = merged(hash & mask, lane);
  } else hash = p5;

  hash = (hash + BigInt(bytes.length)) & mask;
  for (; at + 8 <= bytes.length; at += 8)
    hash = (rotate(hash ^ mixed(0n, bytes.readBigUInt64LE(at)), 27n) * p1 + p4) & mask;
  if (at + 4 <= bytes.length) {
    hash = (rotate(hash ^ ((BigInt(bytes.readUInt32LE(at)) * p1) & mask), 23n) * p2 + p3) & mask;
    at += 4;
  }
  for (; at < bytes.length; at++) hash = (rotate(hash ^ ((BigInt(bytes[at] ?? 0) * p5) & mask), 11n) * p1) & mask;

  hash = ((hash ^ (hash >> 33n)) * p2) & mask;
  hash = ((hash ^ (hash >> 29n)) * p3) & mask;
  return hash ^ (hash >> 32n);
}

/** Remainder of the hash, a signed 64-bit number as Kusto has it; never negative. */
export function hashModulo(text: string, modulus: number): number {
  const by = BigInt(Math.trunc(modulus));
  return Number(((BigInt.asIntN(64, xxHash64(text)) % by) + by) % by);
}
