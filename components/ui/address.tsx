"use client";

import {
  renderQueryString,
  unstable_createAdapterProvider,
  type unstable_AdapterInterface,
} from "nuqs/adapters/custom";
import { enableHistorySync } from "nuqs/adapters/react";
import { createContext, startTransition, useContext, useLayoutEffect, useMemo, useState, type ReactNode } from "react";
import { changeAddress, followAddress } from "./go";

const PathContext = createContext("/");
const AskedPathContext = createContext("/");
const SearchContext = createContext("");

/** The path of the page that is shown, as it stands in the address. */
export const usePath = (): string => useContext(PathContext);

/** The path of the page that was asked for, which may still have to be drawn: what was pressed shows it at once. */
export const useAskedPath = (): string => useContext(AskedPathContext);

/** What stands behind the `?`. */
export function useSearch(): URLSearchParams {
  const search = useContext(SearchContext);
  return useMemo(() => new URLSearchParams(search), [search]);
}

// Parameters that wait to be written must not follow to another page: nuqs drops them when it sees the address change.
if (typeof window !== "undefined") enableHistorySync();

const nuqsMark = "__nuqs__";

const Adapter = unstable_createAdapterProvider((): unstable_AdapterInterface => ({
  searchParams: useSearch(),
  pathname: usePath(),
  updateUrl: (search, { history }) =>
    changeAddress(
      history === "push" ? "pushState" : "replaceState",
      window.location.pathname + renderQueryString(search),
      nuqsMark,
    ),
  // What was written counts until it has been read again, which happens a moment later.
  autoResetQueueOnUpdate: false,
}));

const current = () => ({ path: window.location.pathname, search: window.location.search });

/** Knows where one is. Behind it the address is read here and by nuqs, and changed by `go` and nuqs. */
export function AddressProvider({ children }: { children: ReactNode }) {
  const [{ path, search }, setAddress] = useState(current);
  useLayoutEffect(() => {
    const follow = () => startTransition(() => setAddress(current()));
    // Next writes an address that it came from in the browser after it has drawn.
    follow();
    return followAddress(follow);
  }, []);
  return (
    <PathContext value={path}>
      <SearchContext value={search}>
        <Adapter>
          <AskedPath>{children}</AskedPath>
        </Adapter>
      </SearchContext>
    </PathContext>
  );
}

/** Apart from the address itself: what is drawn for a page that was only asked for is little. */
function AskedPath({ children }: { children: ReactNode }) {
  const [asked, setAsked] = useState(() => window.location.pathname);
  useLayoutEffect(() => {
    const follow = () => setAsked(window.location.pathname);
    follow();
    return followAddress(follow);
  }, []);
  return <AskedPathContext value={asked}>{children}</AskedPathContext>;
}
