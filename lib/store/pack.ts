/*
 * Values as numbers and texts: each text is written once, however often it occurs, and all else is a number that stands for
 * it. Numbers need no parsing, so that reading an estate back takes a fraction of what its JSON would.
 */
const textsInBlock = 4000;

export type Writer = Readonly<{
  number: (value: number) => void;
  text: (value: string) => void;
  /** Writes something that often occurs again in the same words: then only where it was written is. */
  shared: (kind: object, write: () => void) => void;
}>;
export type Reader = Readonly<{
  number: () => number;
  text: () => string;
  /** What was written as shared is one value wherever it occurs. */
  shared: <Value>(kind: object, read: () => Value) => Value;
}>;

/** Thrown where bytes are not what this program writes. */
export class UnreadableError extends Error {
  override readonly name = "UnreadableError";
}

export function createWriter() {
  const numbers: number[] = [];
  const texts: string[] = [];
  const known = new Map<string, number>();
  const written = new Map<object, Map<string, number>>();
  const writer: Writer = {
    number: (value) => void numbers.push(value),
    text(value) {
      let at = known.get(value);
      if (at === undefined) {
        known.set(value, (at = texts.length));
        texts.push(value);
      }
      numbers.push(at);
    },
    shared(kind, write) {
      const ofKind = written.get(kind) ?? new Map<string, number>();
      written.set(kind, ofKind);
      const place = numbers.push(0) - 1;
      write();
      const words = numbers.slice(place + 1).join();
      const before = ofKind.get(words);
      numbers[place] = before ?? ofKind.size;
      if (before === undefined) ofKind.set(words, ofKind.size);
      else numbers.length = place + 1;
    },
  };

  return {
    ...writer,

    /** Everything written, in slices. */
    *bytes(): Generator<void, Uint8Array<ArrayBuffer>> {
      const encoder = new TextEncoder();
      const blocks: Uint8Array[] = [];
      for (let at = 0; at < texts.length; at += textsInBlock) {
        blocks.push(encoder.encode(JSON.stringify(texts.slice(at, at + textsInBlock))));
        yield;
      }
      const head = Int32Array.of(numbers.length, blocks.length, ...blocks.map(({ length }) => length));
      const parts = [head, Int32Array.from(numbers), ...blocks];
      const whole = new Uint8Array(parts.reduce((sum, { byteLength }) => sum + byteLength, 0));
      let at = 0;
      for (const { buffer, byteOffset, byteLength } of parts) {
        whole.set(new Uint8Array(buffer, byteOffset, byteLength), at);
        at += byteLength;
      }
      return whole;
    },
  };
}

/** Takes in slices what `bytes` wrote. @throws {UnreadableError} */
export function* createReader(bytes: ArrayBuffer): Generator<void, Reader> {
  const int = Int32Array.BYTES_PER_ELEMENT;
  const view = (at: number, length: number) => {
    if (length < 0 || at + length * int > bytes.byteLength) throw new UnreadableError("It is too short.");
    return new Int32Array(bytes, at, length);
  };
  const [length = 0, blocks = 0] = view(0, 2);
  const lengths = view(2 * int, blocks);
  const numbers = view((2 + blocks) * int, length);
  const texts: string[] = [];
  const decoder = new TextDecoder();
  let start = (2 + blocks + length) * int;
  for (const size of lengths) {
    const block: unknown = JSON.parse(decoder.decode(new Uint8Array(bytes, start, size)));
    if (!Array.isArray(block)) throw new UnreadableError("It holds no texts.");
    for (const text of block) texts.push(String(text));
    start += size;
    yield;
  }

  const values = new Map<object, unknown[]>();
  let at = 0;
  const number = () => {
    const value = numbers[at++];
    if (value === undefined) throw new UnreadableError("It ends too early.");
    return value;
  };
  return {
    number,
    text() {
      const text = texts[number()];
      if (text === undefined) throw new UnreadableError("It names a text that is not there.");
      return text;
    },
    shared<Value>(kind: object, read: () => Value) {
      // Safe: all that are of a kind are read in the same way.
      const ofKind = (values.get(kind) ?? []) as Value[];
      values.set(kind, ofKind);
      const place = number();
      if (place === ofKind.length) ofKind.push(read());
      return ofKind[place] as Value;
    },
  };
}
