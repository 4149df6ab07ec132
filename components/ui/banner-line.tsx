"use client";

import { useId, useState, type ReactNode } from "react";
import { Button } from "./button";
import { classNames } from "./class-names";
import { useIsCut } from "./use-is-cut";

type Props = { children: ReactNode; more: ReactNode; actions?: ReactNode };

/** A sentence and what follows from it in one line. What has no room waits behind a button: on phones all but the sentence. */
export function BannerLine({ children, more, actions }: Props) {
  const [isOpen, setOpen] = useState(false);
  const [line, isCut] = useIsCut<HTMLDivElement>();
  const text = useId();
  return (
    <>
      <div ref={line} id={text} className={classNames("min-w-0 flex-1 max-sm:py-1.5", !isOpen && "sm:truncate")}>
        {children} <span className={classNames("text-ink-2", !isOpen && "max-sm:hidden")}>{more}</span>
      </div>
      <div className="ml-auto flex shrink-0 items-center justify-end gap-1">
        <Button
          variant="quiet"
          size="small"
          aria-expanded={isOpen}
          aria-describedby={text}
          className={classNames("max-sm:h-touch", !isCut && !isOpen && "sm:hidden")}
          onClick={() => setOpen(!isOpen)}
        >
          Details
        </Button>
        <div className={classNames("flex items-center gap-1", !isOpen && "max-sm:hidden")}>{actions}</div>
      </div>
    </>
  );
}
