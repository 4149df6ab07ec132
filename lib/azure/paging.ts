import { malformed } from "./errors";
import { isBelow, strangeHost } from "./pipeline/host-guard";
import { parsed, type ServiceClient, type ServiceRequest } from "./service-client";
import { page, type Malformed, type Parse } from "./wire";

export type Page<Item> = Readonly<{ items: readonly Item[]; malformed: readonly Malformed[] }>;

const mostPages = 2000;
const mostEmpty = 50;

/** The pages of a list as they arrive. Ends in an error rather than never: links may loop or lead elsewhere. */
export async function* pages<Item>(
  client: ServiceClient,
  first: ServiceRequest,
  parse: Parse<Item>,
): AsyncGenerator<Page<Item>, void> {
  const followed = new Set<string>();
  let empty = 0;
  for (let request = first; ;) {
    const { body } = await client.send(request);
    const { nextLink, ...read } = parsed(client, () => page(parse)(body));
    yield read;
    if (nextLink === undefined) return;
    if (!isBelow(client.endpoint, nextLink)) throw strangeHost(client.service, nextLink);
    empty = read.items.length + read.malformed.length === 0 ? empty + 1 : 0;
    if (followed.has(nextLink)) throw malformed(client.service, "a list leads back to a page that was read already.");
    if (followed.size >= mostPages || empty >= mostEmpty)
      throw malformed(client.service, `a list did not end after ${followed.size + 1} pages.`);
    followed.add(nextLink);
    const { headers, needs, signal } = first;
    request = { path: nextLink, ...(headers && { headers }), ...(needs && { needs }), signal };
  }
}

/** All pages in one. */
export async function all<Item>(source: AsyncIterable<Page<Item>>): Promise<Page<Item>> {
  const items: Item[] = [];
  const malformed: Malformed[] = [];
  for await (const page of source) {
    for (const item of page.items) items.push(item);
    for (const one of page.malformed) malformed.push(one);
  }
  return { items, malformed };
}
