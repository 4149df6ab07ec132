"use client";

import { X } from "lucide-react";
import { useId, type ReactNode } from "react";
import { MomentStops } from "./ago";
import { IconButton } from "./button";
import { useModal } from "./use-modal";

type Props = { title: string; onClose: () => void; children: ReactNode };

/** The browser's own modal dialog, open while it is in the page: focus stays inside, Esc closes it, focus goes back. */
export function Dialog({ title, onClose, children }: Props) {
  const dialog = useModal();
  const heading = useId();

  return (
    <dialog
      ref={dialog}
      aria-labelledby={heading}
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && onClose()}
      className="m-auto max-h-[84dvh] w-[540px] max-w-[94vw] rounded-lg border border-line-2 bg-raised text-ink shadow-pop"
    >
      <div className="p-5">
        <header className="mb-3 flex items-center justify-between">
          <h2 id={heading} className="text-lg font-[620]">
            {title}
          </h2>
          <IconButton icon={X} label="Close" onClick={onClose} />
        </header>
        <MomentStops>{children}</MomentStops>
      </div>
    </dialog>
  );
}
