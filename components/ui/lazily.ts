import { createElement, lazy, useEffect, useState, type ComponentType, type ReactNode } from "react";

type When = "soon" | "later";

const all: Readonly<Record<When, Set<() => Promise<unknown>>>> = { soon: new Set(), later: new Set() };
const patience = 5_000;

/** What is fetched by itself, once: when it is first needed, or ahead of that. */
export type Later<Value> = Readonly<{
  /** undefined until it has been fetched. */
  there: () => Value | undefined;
  fetch: () => Promise<Value>;
  /** Fetches it for somebody who seems about to need it. One that failed is asked for again. */
  ahead: () => void;
}>;

/**
 * `useLoadAhead` fetches it with all others, unless it was needed before.
 * @param when soon: what the first press may need
 */
export function fetchedLater<Value>(load: () => Promise<Value>, when: When = "later"): Later<Value> {
  let value: Value | undefined;
  let fetching: Promise<Value> | undefined;
  const fetch = () => (fetching ??= load().then((found) => (value = found)));
  const ahead = async () => {
    try {
      await fetch();
    } catch (reason) {
      // Whoever waits for it hears of this failure; the next one asks anew.
      fetching = undefined;
      throw reason;
    }
  };
  all[when].add(ahead);
  return { there: () => value, fetch, ahead: () => void ahead().catch(() => undefined) };
}

/**
 * A component that is fetched later. What is there already is shown at once: React shows nothing first in the place of what
 * is `lazy`, and holds back what follows such a gap for 300 ms.
 */
export function lazily<Component extends (props: never) => ReactNode>(
  load: () => Promise<Component>,
  when?: When,
): Component & Pick<Later<Component>, "ahead"> {
  // Types of components whose props depend on one another are beyond those of React's functions.
  type Loose = ComponentType<object>;
  const { there, fetch, ahead } = fetchedLater(load as unknown as () => Promise<Loose>, when);
  const awaited = lazy(async () => ({ default: await fetch() }));
  function Lazily(props: object) {
    const [Shown] = useState(() => there() ?? awaited);
    return createElement(Shown, props);
  }
  return Object.assign(Lazily as unknown as Component, { ahead });
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
