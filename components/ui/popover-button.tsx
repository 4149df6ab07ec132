"use client";

import { useRef, useState, type ReactNode } from "react";
import { Fetched } from "./fetched";
import { lazily } from "./lazily";

const PopoverPanel = lazily(async () => (await import("./popover-panel")).PopoverPanel, "soon");

type Props = {
  /** Names the panel: "View options". */
  label: string;
  className?: string;
  /** What a screen reader calls the button, where its content does not say. */
  buttonLabel?: string;
  align?: "start" | "end";
  panelClassName?: string;
  trigger: ReactNode;
  /** Called with what closes the panel. */
  children: (close: () => void) => ReactNode;
};

/** A button and the panel it opens. The panel's machinery is fetched when somebody is about to open it. */
export function PopoverButton({
  label,
  className,
  buttonLabel,
  align = "end",
  panelClassName,
  trigger,
  children,
}: Props) {
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <button
        ref={button}
        type="button"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        aria-label={buttonLabel}
        onPointerEnter={PopoverPanel.ahead}
        onFocus={PopoverPanel.ahead}
        onClick={() => setOpen(!isOpen)}
        className={className}
      >
        {trigger}
      </button>
      {isOpen && (
        <Fetched onFailure={close}>
          <PopoverPanel anchor={button} label={label} align={align} className={panelClassName} onClose={close}>
            {children(close)}
          </PopoverPanel>
        </Fetched>
      )}
    </>
  );
}
