"use client";

import * as Popover from "radix-ui/popover";
import { useRef, type ReactNode, type RefObject } from "react";
import { MomentStops } from "./ago";
import { classNames } from "./class-names";

type Props = {
  anchor: RefObject<HTMLButtonElement | null>;
  label: string;
  align: "start" | "end";
  className?: string | undefined;
  onClose: () => void;
  children: ReactNode;
};

export function PopoverPanel({ anchor, label, align, className, onClose, children }: Props) {
  // Pressing the button while the panel is open is the button's own business: it closes the panel.
  const isOnButton = (target: EventTarget | null) => target instanceof Node && !!anchor.current?.contains(target);
  // Whoever presses something else has moved on: focus must not be fetched back from there.
  const hasMovedOn = useRef(false);
  return (
    <Popover.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Popover.Anchor virtualRef={anchor as RefObject<HTMLButtonElement>} />
      <Popover.Portal>
        <Popover.Content
          aria-label={label}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          onInteractOutside={(event) => {
            if (isOnButton(event.target)) event.preventDefault();
            else hasMovedOn.current = true;
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (!hasMovedOn.current) anchor.current?.focus();
          }}
          className={classNames(
            "z-popover flex max-h-(--radix-popover-content-available-height) max-w-[calc(100vw-16px)] flex-col overflow-auto rounded-md border border-line-2 bg-raised shadow-pop outline-none",
            className,
          )}
        >
          <MomentStops>{children}</MomentStops>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
