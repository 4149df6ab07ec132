import type { Page } from "../paging";
import type { Malformed } from "../wire";

/** Azure's SDK gives lists this shape: item by item, or page by page. */
export type PagedAsyncIterableIterator<Item> = AsyncIterableIterator<Item> &
  Readonly<{ byPage: () => AsyncIterableIterator<readonly Item[]> }>;

export function paged<Item>(
  read: () => AsyncGenerator<Page<Item>, void>,
  onMalformed: ((malformed: Malformed) => void) | undefined,
): PagedAsyncIterableIterator<Item> {
  async function* byPage(): AsyncGenerator<readonly Item[], void> {
    for await (const { items, malformed } of read()) {
      malformed.forEach((one) => onMalformed?.(one));
      yield items;
    }
  }
  async function* each(): AsyncGenerator<Item, void> {
    for await (const items of byPage()) yield* items;
  }
  const items = each();
  return {
    next: () => items.next(),
    return: () => items.return(),
    [Symbol.asyncIterator]() {
      return this;
    },
    byPage,
  };
}
