"use client";

import { Download } from "lucide-react";
import { formatCount } from "@/lib/format";
import { Button, buttonLook } from "../button";
import { Kbd } from "../kbd";
import { MenuButton, type MenuItem } from "../menu-button";

type Props = { count: number; exports: readonly MenuItem[]; onClear: () => void };

/** What can be done with the selected rows. */
export function SelectionBar({ count, exports, onClear }: Props) {
  return (
    <div
      role="toolbar"
      aria-label="Selected rows"
      className="absolute bottom-11 max-sm:fixed max-sm:bottom-18 left-1/2 z-sticky flex -translate-x-1/2 items-center gap-1 rounded-md border border-line-2 bg-raised py-1 pr-1.5 pl-3 shadow-pop"
    >
      <span role="status" className="mr-2 font-[550] whitespace-nowrap">
        {formatCount(count)} selected
      </span>
      <MenuButton
        label="Export selected"
        className={buttonLook({ variant: "quiet" })}
        trigger={
          <>
            <Download aria-hidden size={15} /> Export
          </>
        }
        items={exports}
      />
      <span aria-hidden className="mx-1 h-4.5 w-px bg-line-2" />
      <Button variant="quiet" onClick={onClear}>
        Clear <Kbd>Esc</Kbd>
      </Button>
    </div>
  );
}
