"use client";

import { useId, useState } from "react";
import { viewName } from "@/lib/views/saved-views";
import { longestName } from "@/lib/views/views-storage";
import { Button } from "../../button";

type Props = {
  /** Named in the button: "Save view". */
  action: string;
  proposed: string;
  /** Why a name cannot be taken, or what taking it does. */
  remark: (name: string) => Readonly<{ text: string; isRefused: boolean }> | undefined;
  onName: (name: string) => void;
  onCancel: () => void;
};

/** One line for the name of a view. */
export function ViewNameForm({ action, proposed, remark, onName, onCancel }: Props) {
  const [text, setText] = useState(proposed);
  const id = useId();
  const name = viewName(text);
  const said = name === undefined ? undefined : remark(name);
  return (
    <form
      className="flex flex-wrap items-center gap-1.5"
      onSubmit={(event) => {
        event.preventDefault();
        if (name !== undefined && !said?.isRefused) onName(name);
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        event.stopPropagation();
        onCancel();
      }}
    >
      <input
        autoFocus
        value={text}
        maxLength={longestName}
        placeholder="Name of the view"
        aria-label="Name of the view"
        aria-describedby={id}
        onFocus={(event) => event.target.select()}
        onChange={(event) => setText(event.target.value)}
        className="h-control-sm min-w-0 flex-1 rounded-sm border border-control bg-surface px-2 placeholder:text-ink-3 max-sm:h-touch"
      />
      <Button type="submit" size="small" disabled={name === undefined || said?.isRefused} className="max-sm:h-touch">
        {action}
      </Button>
      <p id={id} role="status" className="text-sm text-ink-2 empty:hidden">
        {said?.text}
      </p>
    </form>
  );
}
