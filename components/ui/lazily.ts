import { lazy, useEffect, useState, type ComponentType, type ReactNode } from "react";

const loads = new Set<() => Promise<unknown>>();

/** A component that is fetched when it is first shown, or with all others by `useLoadAhead`. */
export function lazily<Component extends (props: never) => ReactNode>(load: () => Promise<Component>): Component {
  loads.add(load);
  // It takes the props of what it fetches, also where those depend on one another, which the type of `lazy` forgets.
  const module = async () => ({ default: (await load()) as unknown as ComponentType });
  return lazy(module) as unknown as Component;
}

/**
 * Fetches, once the page has nothing better to do, what people may open next: it then opens at once, and offline too. Answers
 * whether that moment has come.
 */
export function useLoadAhead(): boolean {
  const [isIdle, setIdle] = useState(false);
  useEffect(() => {
    const all = () => {
      setIdle(true);
      // One that fails is asked for again when it is opened, and says so then.
      void Promise.allSettled([...loads].map((load) => load()));
    };
    if (typeof requestIdleCallback !== "function") {
      const timer = setTimeout(all, 2_000);
      return () => clearTimeout(timer);
    }
    const handle = requestIdleCallback(all, { timeout: 5_000 });
    return () => cancelIdleCallback(handle);
  }, []);
  return isIdle;
}
