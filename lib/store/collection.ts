import type { Codec } from "./codec";
import type { Reader, Writer } from "./pack";

/** Records that may take a turn of their own: an estate has thousands. */
const inSlice = 100;

/** A collection by id, in the order in which it was read. */
export function collection<Value extends Readonly<{ id: unknown }>>(codec: Codec<Value>) {
  return {
    *write(values: ReadonlyMap<unknown, Value>, to: Writer): Generator<void, void> {
      to.number(values.size);
      let done = 0;
      for (const value of values.values()) {
        codec.write(value, to);
        if (++done % inSlice === 0) yield;
      }
    },
    *read(from: Reader): Generator<void, ReadonlyMap<Value["id"], Value>> {
      const values = new Map<Value["id"], Value>();
      for (let left = from.number(); left > 0; left--) {
        const value = codec.read(from);
        values.set(value.id, value);
        if (left % inSlice === 0) yield;
      }
      return values;
    },
  };
}
