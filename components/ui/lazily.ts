import { lazy, type ComponentType } from "react";

const loads = new Set<() => Promise<unknown>>();

/** A component that is fetched when it is first shown, or with all others by `loadAhead`. */
export function lazily<Props>(load: () => Promise<ComponentType<Props>>) {
  const module = async () => ({ default: await load() });
  loads.add(module);
  return lazy(module);
}

/** Fetches, once the page has nothing better to do, what people may open next: it then opens at once, and offline too. */
export function loadAhead(): () => void {
  // One that fails is asked for again when it is opened, and says so then.
  const all = () => void Promise.allSettled([...loads].map((load) => load()));
  if (typeof requestIdleCallback !== "function") {
    const timer = setTimeout(all, 2_000);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(all, { timeout: 5_000 });
  return () => cancelIdleCallback(handle);
}
