"use client";

import { useEffect, useRef } from "react";
import { Link } from "@/components/ui/link";
import { useAskedPath } from "./address";
import { classNames } from "./class-names";

type Props = { label: string; tabs: readonly Readonly<{ name: string; path: string }>[] };

/** Views of one thing, each with an address of its own. On a narrow screen the current one is scrolled into view. */
export function TabLinks({ label, tabs }: Props) {
  const path = useAskedPath();
  const current = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    // Newer browsers answer with a promise, which an effect must not return.
    void current.current?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [path]);
  return (
    <nav
      aria-label={label}
      className="flex shrink-0 gap-5 overflow-x-auto border-b border-line-2 px-5 max-sm:gap-1 max-sm:px-2"
    >
      {tabs.map((tab) => {
        const isCurrent = path === tab.path;
        return (
          <Link
            key={tab.path}
            ref={isCurrent ? current : undefined}
            href={tab.path}
            aria-current={isCurrent ? "page" : undefined}
            className={classNames(
              "-mb-px flex h-8 shrink-0 max-sm:h-touch max-sm:px-2 items-center border-b-2 -outline-offset-2",
              isCurrent ? "border-beam-line font-[560] text-ink" : "border-transparent text-ink-2 hover:text-ink",
            )}
          >
            {tab.name}
          </Link>
        );
      })}
    </nav>
  );
}
