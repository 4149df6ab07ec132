import type { Entry } from "@/lib/lookup/entry";
import type { LookupIndex } from "@/lib/lookup/lookup-index";

/** Something pinned, by what says nothing of a customer: names are looked up. */
type Pin = Readonly<{ kind: string; id: string }>;

const most = 12;

const isText = (value: unknown): value is string => typeof value === "string" && value.length <= 100;

/** What was stored, less what is no pin: this version may not have written it. */
export function parsePins(text: string): readonly Pin[] {
  const value: unknown = JSON.parse(text);
  if (!Array.isArray(value)) return [];
  const pins = value.flatMap((one: unknown): Pin[] => {
    const { kind, id } = Object(one) as Partial<Record<string, unknown>>;
    return isText(kind) && isText(id) ? [{ kind, id }] : [];
  });
  return pins.slice(0, most);
}

/** Undefined for what only a name tells from others: names of customers and of their resources are not stored. */
export function pinOf({ target: { kind }, ids, copies }: Entry): Pin | undefined {
  if (kind === "offer" || kind === "resourceGroup" || kind === "operation") return undefined;
  return { kind, id: ids[0] ?? copies };
}

const isSame = (one: Pin, other: Pin) => one.kind === other.kind && one.id === other.id;

export const isPinned = (pins: readonly Pin[], entry: Entry): boolean => {
  const pin = pinOf(entry);
  return pin !== undefined && pins.some((one) => isSame(one, pin));
};

/** The pins of an account, kept in this browser. */
export function pinsOf(account: readonly string[]) {
  const key = `fresnel:pins:${account.join(":")}`;
  const list = (): readonly Pin[] => {
    try {
      return parsePins(localStorage.getItem(key) ?? "[]");
    } catch {
      // Storage is blocked, or holds no JSON.
      return [];
    }
  };
  return {
    list,
    /** Pins what was not, and takes the pin off what was. Resolves to those that there are now. */
    toggle(entry: Entry): readonly Pin[] {
      const pin = pinOf(entry);
      if (!pin) return list();
      const others = list().filter((one) => !isSame(one, pin));
      const next = others.length < list().length ? others : [pin, ...others].slice(0, most);
      try {
        localStorage.setItem(key, JSON.stringify(next));
      } catch {
        // Storage is blocked: nothing is kept.
      }
      return next;
    },
  };
}

/** The places in the index of what is pinned, in the order of the pins. What is not there any more has none. */
export function placesOfPins(index: LookupIndex, pins: readonly Pin[]): readonly number[] {
  const orders = new Map<string, ReadonlyMap<string, number>>();
  pins.forEach(({ kind, id }, at) => orders.set(kind, new Map([...(orders.get(kind) ?? []), [id, at]])));
  const places: number[] = [];
  index.entries.forEach((entry, at) => {
    const order = orders.get(entry.target.kind)?.get(entry.ids[0] ?? entry.copies);
    if (order !== undefined) places[order] ??= at;
  });
  return places.filter((at) => at !== undefined);
}
