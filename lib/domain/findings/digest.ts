/** Sixteen hexadecimal digits of a text: two runs of FNV-1a, the second over a mixed state. It keeps no secret. */
export function digestOf(text: string): string {
  let [low, high] = [0x811c9dc5, 0x9e3779b9];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code ^ (low >>> 15), 0x85ebca6b);
  }
  return hex(mixed(low ^ (high >>> 13))) + hex(mixed(high ^ (low >>> 16)));
}

function mixed(value: number): number {
  let bits = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}

const hex = (bits: number) => (bits >>> 0).toString(16).padStart(8, "0");
