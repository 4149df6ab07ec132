"use client";

import { ArrowDown, ArrowUp, Link2, X } from "lucide-react";
import { useId, useLayoutEffect, useRef, type ReactNode } from "react";
import { AfterPaint } from "./after-paint";
import { MomentStops } from "./ago";
import { IconButton } from "./button";
import { copyText } from "./copy-button";
import { useOpenTitle } from "./use-page-title";

type Props = {
  /** Changes with what is shown: focus goes to the heading then. */
  shown: string;
  kicker: ReactNode;
  title: ReactNode;
  sub?: ReactNode;
  links?: ReactNode;
  footer?: ReactNode;
  onPrevious: (() => void) | undefined;
  onNext: (() => void) | undefined;
  onClose: () => void;
  children: ReactNode;
};

/**
 * A detail beside its list: a region, not a dialog. It takes the page's right side from 1280 on, lies over it below that, and
 * is a page of its own on phones. Esc closes it.
 */
export function SidePanel({ shown, kicker, title, sub, links, footer, onPrevious, onNext, onClose, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();
  // Before it is seen, so that Esc closes it from the first moment on.
  useLayoutEffect(() => heading.current?.focus({ preventScroll: true }), [shown]);
  useOpenTitle(heading, title);
  return (
    <aside
      aria-labelledby={id}
      onKeyDown={(event) => {
        if (event.key === "Escape" && !event.defaultPrevented) onClose();
      }}
      className="z-panel flex w-137 shrink-0 flex-col border-l border-line-2 bg-surface max-xl:absolute max-xl:inset-y-0 max-xl:right-0 max-xl:w-140 max-xl:max-w-full max-xl:shadow-panel max-sm:fixed max-sm:inset-0 max-sm:w-full max-sm:border-l-0"
    >
      <header className="shrink-0 border-b border-line py-2.5 pr-3.5 pl-4.5">
        <div className="flex items-center gap-2">
          <div className="flex min-w-0 items-center gap-2 text-xs text-ink-2">
            <MomentStops>{kicker}</MomentStops>
          </div>
          <div className="ml-auto flex shrink-0 items-center gap-1 max-sm:gap-0 max-sm:[&_a]:size-11 max-sm:[&_button]:size-11">
            <IconButton icon={ArrowUp} label="Previous" disabled={!onPrevious} onClick={onPrevious} />
            <IconButton icon={ArrowDown} label="Next" disabled={!onNext} onClick={onNext} />
            <IconButton icon={Link2} label="Copy link" onClick={() => void copyText(window.location.href, "Link")} />
            {links}
            <IconButton icon={X} label="Close" onClick={onClose} />
          </div>
        </div>
        <h2
          id={id}
          ref={heading}
          tabIndex={-1}
          className="truncate text-lg font-[620] max-sm:whitespace-normal tracking-[-0.008em] outline-none"
        >
          {title}
        </h2>
        {sub}
      </header>
      <div className="min-h-0 flex-1 basis-0 overflow-auto px-4.5">
        {/* Whoever opened it sees at once what it is; all there is to say of it takes longer to draw. */}
        <AfterPaint>
          <MomentStops>{children}</MomentStops>
        </AfterPaint>
      </div>
      {footer && (
        <footer className="flex shrink-0 items-center gap-2 border-t border-line bg-canvas px-4.5 py-[9px]">
          {footer}
        </footer>
      )}
    </aside>
  );
}

type SectionProps = { title: string; note?: ReactNode; choice?: ReactNode; children: ReactNode };

/** A part of a panel, under a rule. */
export function PanelSection({ title, note, choice, children }: SectionProps) {
  const heading = (
    <h3 className="flex h-8.5 items-center gap-2 font-[620]">
      {title} {note !== undefined && <span className="font-[400] text-ink-3">{note}</span>}
    </h3>
  );
  return (
    <section className="border-t border-line-2 pb-2 first:border-t-0">
      {choice ? (
        <div className="flex flex-wrap items-center justify-between gap-x-2 pb-1.5">
          {heading}
          {choice}
        </div>
      ) : (
        heading
      )}
      {children}
    </section>
  );
}
