import type { LookupIndex } from "./lookup-index";
import { placesIn } from "./text-table";

/** How a fragment stands in each text; and which ids it means, where it can be one. */
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
  const isMeant = idTest(fragment);
  const places = { texts, ids: isMeant && idsThat(isMeant, index) };
  recent.set(fragment, places);
  if (recent.size > kept) recent.delete(recent.keys().next().value!);
  return places;
}

/** Four hexadecimal digits, one of them a number, so that "face" and "dead" stay words. */
const isIdBeginning = (fragment: string) => /^[0-9a-f-]{4,}$/.test(fragment) && /\d/.test(fragment);

/** An id with its middle left out, as tables show it: "66698a27…6654". */
const shortened = /^([0-9a-f]{4,8})(?:…|\.{3})([0-9a-f]{4})$/;

/** Tells the ids that a fragment means; undefined where it can be none. */
function idTest(fragment: string): ((id: string) => boolean) | undefined {
  const [, first, last] = shortened.exec(fragment) ?? [];
  if (first && last) return (id) => id.startsWith(first) && id.endsWith(last);
  return isIdBeginning(fragment) ? (id) => id.startsWith(fragment) : undefined;
}

function idsThat(isMeant: (id: string) => boolean, { ids }: LookupIndex): Uint8Array {
  const meant = new Uint8Array(ids.length);
  for (let at = 0; at < meant.length; at++) if (isMeant(ids[at]!)) meant[at] = 1;
  return meant;
}
