"use client";

import type { SingleParserBuilder } from "nuqs";
import { useMemo } from "react";
import { useSearch } from "./address";
import { unknownParams } from "./data-table/url-params";
import { changeAddress } from "./go";

/** What the URL asks for and these parsers do not know, and how to take it out. @param parsers the same value each time */
export function useUnknownParams(parsers: Readonly<Record<string, Pick<SingleParserBuilder<unknown>, "parse">>>) {
  const search = useSearch();
  const unknown = useMemo(() => unknownParams(new URLSearchParams(search), parsers), [search, parsers]);
  const drop = () => {
    const kept = [...search].filter(([name, value]) => !unknown.includes(value ? `${name}=${value}` : name));
    const query = new URLSearchParams(kept).toString();
    changeAddress("replaceState", query ? `?${query}` : window.location.pathname);
  };
  return { unknown, drop };
}
