"use client";

import { Ellipsis, Link2, Pencil, Trash2, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { formatCounted } from "@/lib/format";
import type { Table } from "@/lib/table/table";
import { namedIn, type SavedView } from "@/lib/views/saved-views";
import { IconButton } from "../../button";
import { copyText } from "../../copy-button";
import { MenuButton } from "../../menu-button";
import type { TableSpec } from "../column";
import type { TableUrl } from "../use-table-url";
import { DeletedView } from "./deleted-view";
import { SaveView } from "./save-view";
import { useViewCounts } from "./use-view-counts";
import { addressOf, linkTo, show, stateOf } from "./view-address";
import { takeFocus, wantFocus } from "./view-focus";
import { ViewNameForm } from "./view-name-form";
import { ViewTab } from "./view-tab";
import { useSavedViews } from "./views-store";

type Props<Row> = { spec: TableSpec<Row>; table: Table<Row>; url: TableUrl; isSettled: boolean };

/** The saved views of a table as tabs, after the one that shows everything. */
export function ViewTabs<Row>({ spec, table, url, isSettled }: Props<Row>) {
  const { views, lost, set, tidy } = useSavedViews(spec.many);
  const counts = useViewCounts(spec, table, views, isSettled);
  const [isRenaming, setRenaming] = useState(false);
  const [deleted, setDeleted] = useState<Readonly<{ view: SavedView; at: number }>>();
  // The tabs stay while there is something to undo; the next visit finds no tabs where there are no views.
  useEffect(() => tidy, [tidy]);
  const tabs = useRef<HTMLUListElement>(null);
  useEffect(() => {
    if (takeFocus()) tabs.current?.querySelector<HTMLElement>("[aria-current]")?.focus();
  });
  const current = namedIn(views, url.named);
  const state = stateOf(spec, url);
  const showView = (view: SavedView | undefined) => {
    endRenaming();
    show(spec, url, view?.state ?? "", view?.name);
  };

  const endRenaming = () => {
    setRenaming(false);
    wantFocus();
  };
  const rename = (view: SavedView, name: string) => {
    set(views.map((other) => (other === view ? { ...view, name } : other)));
    url.setNamed(name);
    endRenaming();
  };
  const remove = (view: SavedView) => {
    setDeleted({ view, at: views.indexOf(view) });
    set(views.filter((other) => other !== view));
    showView(undefined);
  };
  const actionsOf = (view: SavedView) => (
    <MenuButton
      label="View"
      align="start"
      className="ml-0.5 grid size-6 place-items-center rounded-sm text-ink-3 hover:bg-hover hover:text-ink max-sm:size-11"
      trigger={
        <>
          <Ellipsis aria-hidden size={13} />
          <span className="sr-only">Actions of this view</span>
        </>
      }
      items={[
        { label: "Rename", icon: Pencil, onSelect: () => setRenaming(true) },
        {
          label: "Copy link",
          icon: Link2,
          onSelect: () => copyText(linkTo(spec, url), "Link"),
        },
        { label: "Delete", icon: Trash2, onSelect: () => remove(view) },
      ]}
    />
  );

  return (
    <nav
      aria-label="Views"
      className="flex h-8 shrink-0 items-center gap-3 overflow-x-auto border-b border-line-2 px-5 max-sm:h-11 max-sm:px-4"
    >
      <ul ref={tabs} className="flex h-full gap-5">
        <ViewTab
          name={`All ${spec.many}`}
          count={table.rows.length}
          href={addressOf(spec, "", undefined)}
          isCurrent={url.named === undefined}
          onShow={() => showView(undefined)}
        />
        {views.map((view) =>
          view === current && isRenaming ? (
            <li key={view.name} className="flex shrink-0 items-center">
              <ViewNameForm
                action="Rename"
                proposed={view.name}
                remark={(name) =>
                  (namedIn(views, name) ?? view) === view
                    ? undefined
                    : { text: "Another view has this name.", isRefused: true }
                }
                onName={(name) => rename(view, name)}
                onCancel={endRenaming}
              />
            </li>
          ) : (
            <ViewTab
              key={view.name}
              name={view.name}
              count={counts.get(view.name)}
              note={view === current && state !== view.state && "changed"}
              href={addressOf(spec, view.state, view.name)}
              isCurrent={view === current}
              onShow={() => showView(view)}
            >
              {view === current && actionsOf(view)}
            </ViewTab>
          ),
        )}
        {url.named !== undefined && !current && (
          <ViewTab
            name={url.named}
            count={undefined}
            note="not saved"
            href={addressOf(spec, state, url.named)}
            isCurrent
            onShow={() => undefined}
          />
        )}
      </ul>
      <SaveView spec={spec} url={url} />
      {deleted && (
        <DeletedView
          key={deleted.view.name}
          name={deleted.view.name}
          onUndo={() => {
            const { view, at } = deleted;
            if (!namedIn(views, view.name)) set([...views.slice(0, at), view, ...views.slice(at)]);
            showView(view);
            setDeleted(undefined);
          }}
          onGone={() => setDeleted(undefined)}
        />
      )}
      {lost > 0 && (
        <span role="status" className="flex shrink-0 items-center gap-1 text-sm whitespace-nowrap text-stale-text">
          {formatCounted(lost, "saved view")} could not be understood and {lost === 1 ? "is" : "are"} gone
          <IconButton icon={X} size="small" label="Dismiss" onClick={() => set(views)} />
        </span>
      )}
    </nav>
  );
}
