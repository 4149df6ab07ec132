import { lazy, useEffect, useState, type ComponentType, type ReactNode } from "react";

type When = "soon" | "later";

const all: Readonly<Record<When, Set<() => Promise<unknown>>>> = { soon: new Set(), later: new Set() };
const patience = 5_000;

/**
 * A component that is fetched when it is first shown, or with all others by `useLoadAhead`.
 * @param when soon: what the first press may open
 */
export function lazily<Component extends (props: never) => ReactNode>(
  load: () => Promise<Component>,
  when: When = "later",
): Component {
  all[when].add(load);
  // It takes the props of what it fetches, also where those depend on one another, which the type of `lazy` forgets.
  const module = async () => ({ default: (await load()) as unknown as ComponentType });
  return lazy(module) as unknown as Component;
}

/**
 * From then on fetches, whenever the page has nothing better to do, what people may open next: it then opens at once, and
 * offline too.
 */
export function useLoadAhead(isTime: boolean, when: When = "later"): void {
  useEffect(() => {
    if (!isTime) return;
    const left = new AbortController();
    void loadAhead(all[when], left.signal);
    return () => left.abort();
  }, [isTime, when]);
}

/** One after another, since all at once hold up whoever types for a third of a second. */
async function loadAhead(loads: (typeof all)[When], signal: AbortSignal): Promise<void> {
  await idle();
  for (const load of loads) {
    if (signal.aborted) return;
    // One that fails is asked for again when it is opened, and says so then.
    await load().then(
      () => loads.delete(load),
      () => undefined,
    );
    await idle();
  }
}

/** Whether the page has been idle since the component came. */
export function useIdle(): boolean {
  const [isIdle, setIdle] = useState(false);
  useEffect(() => {
    let isHere = true;
    void idle().then(() => isHere && setIdle(true));
    return () => void (isHere = false);
  }, []);
  return isIdle;
}

const idle = (): Promise<unknown> =>
  typeof requestIdleCallback === "function"
    ? new Promise((resolve) => requestIdleCallback(resolve, { timeout: patience }))
    : new Promise((resolve) => setTimeout(resolve, 100));
