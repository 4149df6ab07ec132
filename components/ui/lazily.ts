import { lazy, useEffect, useState, type ComponentType, type ReactNode } from "react";

const loads = new Set<() => Promise<unknown>>();
const patience = 5_000;

/** A component that is fetched when it is first shown, or with all others by `useLoadAhead`. */
export function lazily<Component extends (props: never) => ReactNode>(load: () => Promise<Component>): Component {
  loads.add(load);
  // It takes the props of what it fetches, also where those depend on one another, which the type of `lazy` forgets.
  const module = async () => ({ default: (await load()) as unknown as ComponentType });
  return lazy(module) as unknown as Component;
}

/**
 * Fetches, whenever the page has nothing better to do, what people may open next: it then opens at once, and offline too.
 * Answers whether the first such moment has come.
 */
export function useLoadAhead(): boolean {
  const [isIdle, setIdle] = useState(false);
  useEffect(() => {
    const left = new AbortController();
    void loadAhead(left.signal, () => setIdle(true));
    return () => left.abort();
  }, []);
  return isIdle;
}

/** One after another, since all at once hold up whoever types for a third of a second. */
async function loadAhead(signal: AbortSignal, begin: () => void): Promise<void> {
  await idle();
  if (signal.aborted) return;
  begin();
  for (const load of loads) {
    // One that fails is asked for again when it is opened, and says so then.
    await load().then(
      () => loads.delete(load),
      () => undefined,
    );
    await idle();
    if (signal.aborted) return;
  }
}

const idle = (): Promise<unknown> =>
  typeof requestIdleCallback === "function"
    ? new Promise((resolve) => requestIdleCallback(resolve, { timeout: patience }))
    : new Promise((resolve) => setTimeout(resolve, 100));
