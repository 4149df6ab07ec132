"use client";

import { isFull, namedIn, withView } from "@/lib/views/saved-views";
import type { TableSpec } from "../column";
import type { TableUrl } from "../use-table-url";
import { stateOf } from "./view-address";
import { wantFocus } from "./view-focus";
import { ViewNameForm } from "./view-name-form";
import { useSavedViews } from "./views-store";

type Props<Row> = { spec: TableSpec<Row>; url: TableUrl; onDone: () => void };

/** Keeps what the table shows under a name; the name of a link or of the changed view is proposed. */
export function SaveViewForm<Row>({ spec, url, onDone }: Props<Row>) {
  const { views, set } = useSavedViews(spec.many);
  return (
    <ViewNameForm
      action="Save view"
      proposed={url.named ?? ""}
      remark={(name) =>
        namedIn(views, name)
          ? { text: "Takes the place of the view that has this name.", isRefused: false }
          : isFull(views)
            ? { text: "There are 100 views: delete one first.", isRefused: true }
            : undefined
      }
      onName={(name) => {
        set(withView(views, { name, state: stateOf(spec, url) }));
        url.setNamed(name);
        wantFocus();
        onDone();
      }}
      onCancel={onDone}
    />
  );
}
