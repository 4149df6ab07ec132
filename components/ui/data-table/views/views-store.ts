"use client";

import { useContext, useMemo, useSyncExternalStore } from "react";
import { parseViews, type SavedView, type SavedViews } from "@/lib/views/saved-views";
import { storedViews, viewsKey } from "@/lib/views/views-storage";
import { toast } from "../../toast";
import { TableOwner } from "../table-owner";

type Store = Readonly<{
  get: () => SavedViews;
  set: (views: readonly SavedView[]) => void;
  /** Leaves no empty list behind. */
  tidy: () => void;
  subscribe: (listener: () => void) => () => void;
}>;

const stores = new Map<string, Store>();

function storeFor(key: string): Store {
  const known = stores.get(key);
  if (known) return known;
  let current: SavedViews | undefined;
  const listeners = new Set<() => void>();
  const tell = (next: SavedViews | undefined) => {
    current = next;
    for (const listener of listeners) listener();
  };
  const store: Store = {
    get: () => (current ??= parseViews(storedViews(key))),
    set: (views) => {
      try {
        localStorage.setItem(key, JSON.stringify(views));
      } catch {
        toast("The browser keeps nothing for this site: views are gone when this page closes");
      }
      tell({ views, lost: 0 });
    },
    tidy: () => {
      const { views, lost } = store.get();
      if (views.length === 0 && lost === 0 && storedViews(key) !== null) localStorage.removeItem(key);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
  // Another tab saved, or all that this site keeps was cleared.
  window.addEventListener("storage", (event) => {
    if (event.key === key || event.key === null) tell(undefined);
  });
  stores.set(key, store);
  return store;
}

/** The views that the person who is signed in saved of a table, in this browser. */
export function useSavedViews(table: string): SavedViews & Pick<Store, "set" | "tidy"> {
  const owner = useContext(TableOwner);
  const store = useMemo(() => storeFor(viewsKey(owner, table)), [owner, table]);
  const { set, tidy } = store;
  return { ...useSyncExternalStore(store.subscribe, store.get, store.get), set, tidy };
}
