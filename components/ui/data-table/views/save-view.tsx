"use client";

import { Plus } from "lucide-react";
import { namedIn } from "@/lib/views/saved-views";
import { PopoverButton } from "../../popover-button";
import type { TableSpec } from "../column";
import type { TableUrl } from "../use-table-url";
import { SaveViewForm } from "./save-view-form";
import { stateOf } from "./view-address";
import { useSavedViews } from "./views-store";

type Props<Row> = { spec: TableSpec<Row>; url: TableUrl };

/** Offered while the table shows anything else than the current view, and for a view that came with a link. */
export function SaveView<Row>({ spec, url }: Props<Row>) {
  const { views } = useSavedViews(spec.many);
  const current = namedIn(views, url.named);
  const isKept = stateOf(spec, url) === (current?.state ?? "");
  if (isKept && (current || url.named === undefined)) return null;
  return (
    <PopoverButton
      label="Save view"
      align="start"
      panelClassName="w-80 p-2.5"
      className="flex h-control-sm shrink-0 items-center gap-1 rounded-sm px-2 whitespace-nowrap text-ink-2 hover:bg-hover hover:text-ink max-sm:h-touch print:hidden"
      trigger={
        <>
          <Plus aria-hidden size={13} /> Save view
        </>
      }
    >
      {(close) => <SaveViewForm spec={spec} url={url} onDone={close} />}
    </PopoverButton>
  );
}
