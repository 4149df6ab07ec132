/** How one kind of reading becomes bytes and comes back, in slices. Reading throws for what was not packed so. */
export type Packing<Value> = Readonly<{
  pack: (value: Value) => Generator<void, Uint8Array<ArrayBuffer>>;
  unpack: (bytes: ArrayBuffer) => Generator<void, Value>;
}>;
