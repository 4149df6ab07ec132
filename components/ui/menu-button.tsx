"use client";

import type { LucideIcon } from "lucide-react";
import { useRef, useState, type ReactNode } from "react";
import { Fetched } from "./fetched";
import { lazily } from "./lazily";

const MenuPanel = lazily(async () => (await import("./menu-panel")).MenuPanel, "soon");

export type MenuItem = Readonly<{
  label: string;
  icon?: LucideIcon;
  keys?: string;
  onSelect: () => void | Promise<void>;
}>;

type Props = {
  label: string;
  className?: string;
  align?: "start" | "end";
  trigger: ReactNode;
  items: readonly MenuItem[];
};

/** A button and its menu, whose machinery is fetched when somebody is about to open it. */
export function MenuButton({ label, className, align = "end", trigger, items }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  return (
    <span className="relative inline-flex">
      <button
        ref={button}
        type="button"
        data-menu={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onPointerEnter={MenuPanel.ahead}
        onFocus={MenuPanel.ahead}
        onClick={() => setOpen(!isOpen)}
        onKeyDown={(event) => {
          if (event.key !== "ArrowDown") return;
          event.preventDefault();
          setOpen(true);
        }}
        className={className}
      >
        {trigger}
      </button>
      {isOpen && (
        <Fetched onFailure={() => setOpen(false)}>
          <MenuPanel button={button} label={label} align={align} items={items} onClose={() => setOpen(false)} />
        </Fetched>
      )}
    </span>
  );
}
