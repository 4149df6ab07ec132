import type { LookupIndex } from "./lookup-index";
import { placesIn } from "./text-table";

/** How a fragment stands in each text; and with which ids it begins, where it can be the beginning of one. */
type Places = Readonly<{ texts: Uint8Array; ids: Uint8Array | undefined }>;

const kept = 8;
const known = new WeakMap<LookupIndex, Map<string, Places>>();

/** What was looked for a moment ago is remembered: whoever types adds a letter to it. */
export function placesOf(index: LookupIndex, fragment: string): Places {
  let recent = known.get(index);
  if (!recent) known.set(index, (recent = new Map()));
  const same = recent.get(fragment);
  if (same) return same;
  const shorter = recent.get(fragment.slice(0, -1));
  const texts = placesIn(index.texts, fragment, shorter?.texts);
  const places = { texts, ids: isIdBeginning(fragment) ? idsThatBegin(index, fragment) : undefined };
  recent.set(fragment, places);
  if (recent.size > kept) recent.delete(recent.keys().next().value!);
  return places;
}

/** Four hexadecimal digits, one of them a number, so that "face" and "dead" stay words. */
const isIdBeginning = (fragment: string) => /^[0-9a-f-]{4,}$/.test(fragment) && /\d/.test(fragment);

function idsThatBegin({ ids }: LookupIndex, fragment: string): Uint8Array {
  const begin = new Uint8Array(ids.length);
  for (let at = 0; at < begin.length; at++) if (ids[at]!.startsWith(fragment)) begin[at] = 1;
  return begin;
}
