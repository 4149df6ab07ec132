"use client";

import { useRef, useState, type KeyboardEvent } from "react";
import { savedRowHeight } from "@/lib/preference";
import { Button } from "../button";
import { CheckMark } from "../checkbox";
import { copyText } from "../copy-button";
import { Kbd } from "../kbd";
import { ToggleGroup } from "../toggle-group";
import type { Column, TableSpec } from "./column";
import { rowHeights, type RowHeight } from "./url-params";
import type { TableUrl } from "./use-table-url";
import { SaveViewForm } from "./views/save-view-form";
import { linkTo } from "./views/view-address";

type Props<Row> = {
  spec: TableSpec<Row>;
  shown: readonly Column<Row>[];
  url: TableUrl;
  rowHeight: RowHeight;
  onClose: () => void;
};

const noGroup = "none";

/** Row height, grouping, and which columns in which order. The first column stays where it is. All of it makes a view. */
export function ViewOptions<Row>({ spec, shown, url, rowHeight, onClose }: Props<Row>) {
  const { columns } = spec;
  const { group, setColumns: onColumns } = url;
  const [isNaming, setNaming] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const shownIds = shown.map(({ id }) => id);
  const hidden = columns.filter(({ id }) => !shownIds.includes(id));
  const grouping = columns.filter(({ isGrouping }) => isGrouping);

  const focusItem = (id: string) => list.current?.querySelector<HTMLElement>(`[data-id="${id}"]`)?.focus();
  const toggle = (id: string) =>
    onColumns(shownIds.includes(id) ? shownIds.filter((other) => other !== id) : [...shownIds, id]);
  const onKeyDown = (event: KeyboardEvent, id: string) => {
    const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (!by) return;
    event.preventDefault();
    if (!event.altKey) {
      const all = [...shown, ...hidden];
      const next = all[all.findIndex((choice) => choice.id === id) + by];
      if (next) focusItem(next.id);
      return;
    }
    const from = shownIds.indexOf(id);
    const to = from + by;
    if (from < 1 || to < 1 || to >= shownIds.length) return;
    const moved = shownIds.filter((other) => other !== id);
    moved.splice(to, 0, id);
    onColumns(moved);
    requestAnimationFrame(() => focusItem(id));
  };

  return (
    <>
      <div className="border-b border-line px-3 pt-2.5 pb-2">
        <h2 className="mb-1.5 text-xs font-[560] text-ink-2">Row height</h2>
        <div className="grid">
          <ToggleGroup
            label="Row height"
            value={rowHeight}
            options={rowHeights.map((value) => ({ value, label: String(value) }))}
            onChange={(height) => {
              savedRowHeight.set(`${height}`);
              url.setRows(height);
            }}
          />
        </div>
      </div>
      {grouping.length > 0 && (
        <div className="border-b border-line px-3 pt-2 pb-2">
          <h2 className="mb-1.5 text-xs font-[560] text-ink-2">Group by</h2>
          <div className="grid">
            <ToggleGroup
              label="Group by"
              value={group ?? noGroup}
              options={[
                { value: noGroup, label: "None" },
                ...grouping.map(({ id, header }) => ({ value: id, label: header })),
              ]}
              onChange={(value) => url.setGroup(value === noGroup ? undefined : value)}
            />
          </div>
        </div>
      )}
      <div ref={list} role="group" aria-label="Columns" className="min-h-0 overflow-auto py-1.5">
        <h2 className="flex px-3 pb-1 text-xs font-[560] text-ink-2">
          Columns
          <span className="ml-auto font-[400] text-ink-3">
            {shown.length} of {columns.length}
          </span>
        </h2>
        {[...shown, ...hidden].map(({ id, header }, index) => {
          const isPinned = index === 0;
          return (
            <button
              key={id}
              type="button"
              role="checkbox"
              aria-checked={shownIds.includes(id)}
              aria-disabled={isPinned || undefined}
              aria-keyshortcuts={isPinned ? undefined : "Alt+ArrowUp Alt+ArrowDown"}
              data-id={id}
              onClick={() => !isPinned && toggle(id)}
              onKeyDown={(event) => onKeyDown(event, id)}
              className="group/column flex h-[25px] w-full items-center gap-2 px-3 text-left -outline-offset-2 hover:bg-hover focus-visible:bg-hover aria-disabled:cursor-default max-sm:h-touch dark:hover:bg-press"
            >
              <CheckMark checked={shownIds.includes(id)} tone="ink" />
              {header}
              {isPinned && <span className="ml-auto text-sm text-ink-3">pinned</span>}
              {!isPinned && shownIds.includes(id) && (
                <span
                  aria-hidden
                  className="ml-auto hidden gap-1 group-hover/column:flex group-focus-visible/column:flex"
                >
                  <Kbd>Alt</Kbd> <Kbd>↑</Kbd> <Kbd>↓</Kbd>
                </span>
              )}
            </button>
          );
        })}
      </div>
      <div className="flex flex-wrap items-center gap-1.5 border-t border-line px-3 py-2">
        {isNaming ? (
          <SaveViewForm spec={spec} url={url} onDone={onClose} />
        ) : (
          <>
            <Button size="small" onClick={() => onColumns(undefined)}>
              Reset columns
            </Button>
            <Button size="small" className="ml-auto" onClick={() => void copyText(linkTo(spec, url), "Link")}>
              Copy link
            </Button>
            <Button size="small" onClick={() => setNaming(true)}>
              Save view
            </Button>
          </>
        )}
      </div>
    </>
  );
}
