"use client";

import { useSearchParams } from "next/navigation";
import type { SingleParserBuilder } from "nuqs";
import { useMemo } from "react";
import { unknownParams } from "./data-table/url-params";

/** What the URL asks for and these parsers do not know, and how to take it out. @param parsers the same value each time */
export function useUnknownParams(parsers: Readonly<Record<string, Pick<SingleParserBuilder<unknown>, "parse">>>) {
  const search = useSearchParams();
  const unknown = useMemo(() => unknownParams(new URLSearchParams(search), parsers), [search, parsers]);
  const drop = () => {
    const kept = [...search].filter(([name, value]) => !unknown.includes(value ? `${name}=${value}` : name));
    const query = new URLSearchParams(kept).toString();
    window.history.replaceState(null, "", query ? `?${query}` : window.location.pathname);
  };
  return { unknown, drop };
}
