"use client";

import type { ComponentProps, MouseEvent } from "react";
import { go } from "./go";

/** A link to a page of ours. */
export function Link({ onClick, ...props }: ComponentProps<"a"> & { href: string }) {
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    if (event.defaultPrevented || opensElsewhere(event)) return;
    event.preventDefault();
    go(props.href);
  };
  return <a {...props} onClick={follow} />;
}

/** Other buttons, and keys held with the press, ask the browser for a tab, a window or a file. */
const opensElsewhere = ({ button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean =>
  button !== 0 || metaKey || ctrlKey || shiftKey || altKey;
