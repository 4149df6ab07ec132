/** One choice of one person, kept in this browser and shared by everything that shows it. */
export type Preference<Value extends string> = Readonly<{
  get: () => Value;
  set: (value: Value) => void;
  subscribe: (listener: () => void) => () => void;
}>;

/** Falls back to the first of `values`, for anything else that may be stored and where storage is blocked. */
export function preference<const Value extends string>(
  name: string,
  values: readonly [Value, ...Value[]],
): Preference<Value> {
  const key = `fresnel:${name}`;
  const listeners = new Set<() => void>();
  let current: Value | undefined;
  const read = (): Value => {
    try {
      const saved = localStorage.getItem(key);
      return values.find((value) => value === saved) ?? values[0];
    } catch {
      return values[0];
    }
  };
  return {
    get: () => (current ??= read()),
    set: (value) => {
      current = value;
      try {
        localStorage.setItem(key, value);
      } catch {
        // Storage is blocked: the choice lives as long as the page.
      }
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

export const savedRowHeight = preference("rows", ["32", "26", "40"]);
export const savedSingleKeys = preference("single-keys", ["on", "off"]);
export const savedRail = preference("rail", ["open", "closed"]);
/** Whether what was read is kept in this browser for the next visit. */
export const savedKeeping = preference("keep", ["on", "off"]);
