"use client";

import * as Menu from "radix-ui/dropdown-menu";
import { useRef, type RefObject } from "react";
import { Kbd } from "./kbd";
import type { MenuItem } from "./menu-button";

type Props = {
  button: RefObject<HTMLButtonElement | null>;
  label: string;
  align: "start" | "end";
  items: readonly MenuItem[];
  onClose: () => void;
};

export function MenuPanel({ button, label, align, items, onClose }: Props) {
  // Whoever presses something else has moved on: focus must not be fetched back from there.
  const hasMovedOn = useRef(false);
  return (
    // Not modal: locking the page's scroll would need a style element, which the content policy forbids.
    <Menu.Root open modal={false} onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Menu.Trigger asChild>
        <span aria-hidden tabIndex={-1} className="pointer-events-none absolute inset-0" />
      </Menu.Trigger>
      {/* In the landmark of its button: what stands outside of all is hard to find again. */}
      <Menu.Portal container={button.current?.closest("main") ?? null}>
        <Menu.Content
          aria-label={label}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          onInteractOutside={(event) => {
            if (event.target instanceof Node && button.current?.contains(event.target)) event.preventDefault();
            else hasMovedOn.current = true;
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (!hasMovedOn.current) button.current?.focus();
          }}
          className="z-popover min-w-40 rounded-md border border-line-2 bg-raised py-1 shadow-pop"
        >
          {items.map(({ label: text, icon: Icon, keys, onSelect }, index) => (
            <Menu.Item
              key={index}
              onSelect={() => void onSelect()}
              className="flex h-7 cursor-pointer items-center gap-2 px-2.5 outline-none data-highlighted:bg-hover dark:data-highlighted:bg-press forced-colors:data-highlighted:outline-2 max-sm:h-touch"
            >
              {Icon && <Icon aria-hidden size={14} className="text-ink-3" />}
              {text}
              {keys && (
                <span className="ml-auto pl-4">
                  <Kbd>{keys}</Kbd>
                </span>
              )}
            </Menu.Item>
          ))}
        </Menu.Content>
      </Menu.Portal>
    </Menu.Root>
  );
}
