import { act, cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { NuqsTestingAdapter, type UrlUpdateEvent } from "nuqs/adapters/testing";
import { afterEach, beforeEach, vi } from "vitest";
import { columnOf, type TableSpec } from "../column";
import { DataTable } from "../data-table";
import { useTableUrl } from "../use-table-url";
import { address } from "./address";

export type Row = { id: string; name: string; offer: string; count: number };

const column = columnOf<Row>();
export const spec: TableSpec<Row> = {
  name: "things",
  one: "thing",
  many: "things",
  columns: [
    column({ id: "name", header: "Name", width: 100, text: ({ name }) => name, cell: ({ name }) => name }),
    column({
      id: "offer",
      header: "Offer",
      width: 100,
      text: ({ offer }) => offer,
      facet: ({ offer }) => offer,
      isGrouping: true,
      cell: ({ offer }) => offer,
    }),
    column({
      id: "count",
      header: "Count",
      width: 60,
      text: ({ count }) => String(count),
      value: ({ count }) => count,
      exported: ({ count }) => count,
      cell: ({ count }) => count,
    }),
  ],
  rowId: ({ id }) => id,
  rowLabel: ({ name }) => name,
  record: (row) => ({ ...row }),
  sort: { id: "name", descending: false },
  placeholder: "Filter things",
  compact: ({ name }) => name,
};

export const rows: Row[] = Array.from({ length: 500 }, (_, index) => ({
  id: `id-${index}`,
  name: `thing-${index}`,
  offer: index % 2 ? "silver" : "gold",
  count: 1000 - index,
}));

export const updates = vi.fn<(event: UrlUpdateEvent) => void>();
export const opened = vi.fn<(row: Row) => void>();

type Shown = { all: readonly Row[]; hasPanel?: boolean; isSettled?: boolean };

function Things({ all, hasPanel = false, isSettled = true }: Shown) {
  const url = useTableUrl(spec);
  return (
    <DataTable
      spec={spec}
      rows={all}
      url={url}
      isSettled={isSettled}
      freshness={{ asOf: undefined, coverage: "", isComplete: true }}
      onOpen={(row) => {
        opened(row);
        url.setOpen(row.id);
      }}
      head={(actions) => <div>{actions}</div>}
      totals={(_, hits) => <span>{hits.length} shown</span>}
      {...(hasPanel && {
        panel: ({ next, close }) => (
          <aside>
            <button onClick={close}>Close</button> next is {next}
          </aside>
        ),
      })}
    />
  );
}

/** The table at the address that `show` set. */
export const Table = (props: Shown) => (
  <NuqsTestingAdapter searchParams={address.search} onUrlUpdate={updates} hasMemory>
    <Things {...props} />
  </NuqsTestingAdapter>
);

export const show = (at = "", all: readonly Row[] = rows, hasPanel = false) => {
  address.search = at;
  return render(<Table all={all} hasPanel={hasPanel} />);
};

/** As browsers do, it tells of what it is given to observe in the frame after. */
class TellsOnce {
  #frame = 0;
  readonly #tell: () => void;
  constructor(tell: () => void) {
    this.#tell = tell;
  }
  observe() {
    this.#frame = requestAnimationFrame(() => act(this.#tell));
  }
  disconnect() {
    cancelAnimationFrame(this.#frame);
  }
}

/** A browser that lays nothing out: every element is as high as nine rows of the table and its head. */
export function inFlatBrowser() {
  beforeEach(() => {
    address.search = "";
    updates.mockClear();
    opened.mockClear();
    vi.stubGlobal("ResizeObserver", TellsOnce);
    vi.stubGlobal("matchMedia", () => ({ matches: false, addEventListener() {}, removeEventListener() {} }));
    vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(356);
    HTMLElement.prototype.scrollTo = function scrollTo(this: HTMLElement, options?: ScrollToOptions | number) {
      this.scrollTop = typeof options === "object" ? (options.top ?? 0) : 0;
      fireEvent.scroll(this);
    };
    HTMLElement.prototype.scrollIntoView = () => Promise.resolve();
  });
  afterEach(() => {
    cleanup();
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  });
}

export const grid = () => screen.getByRole("grid");
export const names = () =>
  screen
    .getAllByRole("row")
    .slice(1)
    .map((row) => within(row).getAllByRole("gridcell")[1]?.textContent);
export const press = (key: string, more: Partial<KeyboardEventInit> = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more });
export const focused = () => document.activeElement?.closest("[role=row]")?.getAttribute("aria-rowindex");
