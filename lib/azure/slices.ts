import { list, type Malformed, type Parse } from "./wire";

const sliceMs = 12;
const records = 25;

/**
 * Parses a page without holding up whoever types or scrolls: after some milliseconds of work others get their turn.
 */
export async function listInSlices<Item>(raw: readonly unknown[], parse: Parse<Item>, at: string) {
  const items: Item[] = [];
  const malformed: Malformed[] = [];
  let since = performance.now();
  for (let start = 0; start < raw.length; start += records) {
    if (start > 0 && performance.now() - since > sliceMs) {
      await turn();
      since = performance.now();
    }
    const slice = list(raw.slice(start, start + records), parse, at, start);
    for (const item of slice.items) items.push(item);
    for (const one of slice.malformed) malformed.push(one);
  }
  return { items, malformed };
}

/** A turn of the event loop; a message is not held back to the 4 ms of a nested timer. */
const turn = () =>
  new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
