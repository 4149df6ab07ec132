import { UnreadableError, type Reader, type Writer } from "./pack";

/** How a value is written, and read so that it equals what was written. */
export type Codec<Value> = Readonly<{
  write: (value: Value, to: Writer) => void;
  read: (from: Reader) => Value;
}>;

export const text = <Text extends string>(): Codec<Text> => ({
  write: (value, to) => to.text(value),
  read: (from) => from.text() as Text,
});

/** A number of any size: most are times, which are larger than what is written for a text. */
export const number: Codec<number> = {
  write: (value, to) => to.text(String(value)),
  read: (from) => Number(from.text()),
};

export const flag: Codec<boolean> = {
  write: (value, to) => to.number(value ? 1 : 0),
  read: (from) => from.number() === 1,
};

export const maybe = <Value>(codec: Codec<Value>): Codec<Value | undefined> => ({
  write(value, to) {
    to.number(value === undefined ? 0 : 1);
    if (value !== undefined) codec.write(value, to);
  },
  read: (from) => (from.number() === 0 ? undefined : codec.read(from)),
});

export const list = <Value>({ write, read }: Codec<Value>): Codec<readonly Value[]> => ({
  write(values, to) {
    to.number(values.length);
    for (const value of values) write(value, to);
  },
  read: (from) => Array.from({ length: lengthFrom(from) }, () => read(from)),
});

/** For what many records have in the same words: it is written once, and is one value when it is read. */
export const shared = <Value>(codec: Codec<Value>): Codec<Value> => ({
  write: (value, to) => to.shared(codec, () => codec.write(value, to)),
  read: (from) => from.shared(codec, () => codec.read(from)),
});

export const map = <Key, Value>(key: Codec<Key>, value: Codec<Value>): Codec<ReadonlyMap<Key, Value>> => ({
  write(values, to) {
    to.number(values.size);
    for (const [name, one] of values) {
      key.write(name, to);
      value.write(one, to);
    }
  },
  read(from) {
    const values = new Map<Key, Value>();
    for (let left = lengthFrom(from); left > 0; left--) {
      const name = key.read(from);
      values.set(name, value.read(from));
    }
    return values;
  },
});

/** A field that may be absent, and is absent again when it is read. */
export type Optional<Value> = Readonly<{ optional: Codec<Value> }>;
export const optional = <Value>(codec: Codec<Value>): Optional<Value> => ({ optional: codec });

type Fields<Value> = {
  [Name in keyof Value]-?: object extends Pick<Value, Name>
    ? Optional<Exclude<Value[Name], undefined>>
    : Codec<Value[Name]>;
};

export function record<Value extends object>(fields: Fields<Value>): Codec<Value> {
  const named = Object.entries(fields) as [string, Codec<unknown> | Optional<unknown>][];
  const each = named.map(([name, field]) =>
    "optional" in field
      ? { name, codec: maybe(field.optional), isOptional: true }
      : { name, codec: field, isOptional: false },
  );
  return {
    write(value, to) {
      for (const { name, codec } of each) codec.write((value as Record<string, unknown>)[name], to);
    },
    read(from) {
      const value: Record<string, unknown> = {};
      for (const { name, codec, isOptional } of each) {
        const field = codec.read(from);
        if (!isOptional || field !== undefined) value[name] = field;
      }
      return value as Value;
    },
  };
}

/** One of several kinds of records, told apart by one of their fields. */
export function oneOf<Tag extends string, Value extends Readonly<Record<Tag, string>>>(
  tag: Tag,
  kinds: { [Kind in Value[Tag]]: Codec<Extract<Value, Readonly<Record<Tag, Kind>>>> },
): Codec<Value> {
  const codecOf = (kind: Value[Tag]) => {
    if (!Object.hasOwn(kinds, kind)) throw new UnreadableError(`There is no kind ${kind}.`);
    return kinds[kind] as unknown as Codec<Value>;
  };
  return {
    write(value, to) {
      to.text(value[tag]);
      codecOf(value[tag]).write(value, to);
    },
    read: (from) => codecOf(from.text() as Value[Tag]).read(from),
  };
}

function lengthFrom(from: Reader): number {
  const length = from.number();
  if (length < 0) throw new UnreadableError("A list has a length below nothing.");
  return length;
}
