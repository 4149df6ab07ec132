import type { Page } from "@playwright/test";
import { timedWhole, type Looks } from "./observe";

/** Something that a person does to a table, and what has to be done beforehand, which is not measured. */
export type Step<Kind extends string> = Readonly<{
  kind: Kind;
  before?: () => Promise<void>;
  act: () => Promise<void>;
}>;

/** Each query key by key into the filter, which is emptied after it. */
export function typing(page: Page, queries: readonly string[]): Step<"key" | "clear">[] {
  const press = (key: string) => () => page.keyboard.press(key);
  // A press on a column's head took the focus with it.
  const focus = () => page.getByRole("searchbox").focus();
  return queries.flatMap((query): Step<"key" | "clear">[] => [
    ...[...query].map((key) => ({ kind: "key" as const, before: focus, act: press(key) })),
    { kind: "clear", before: press("Control+a"), act: press("Backspace") },
  ]);
}

/** What the table looks like after each step, when it has all the time it wants. */
export async function looksAfter(page: Page, steps: readonly Step<string>[]): Promise<Looks[]> {
  const looks: Looks[] = [];
  for (const { before, act } of steps) {
    await before?.();
    await act();
    await page.waitForTimeout(400);
    looks.push(await page.evaluate(() => ({ first: window.looks(), rows: window.rowsLook() })));
  }
  return looks;
}

/**
 * The times of all steps by their kind, from the stamp of the event to the paint in which the first row and the number of rows
 * are as they should be; or to the one in which every row in view is.
 */
export async function timeSteps<Kind extends string>(
  page: Page,
  steps: readonly Step<Kind>[],
  looks: readonly Looks[],
): Promise<(kind: Kind, what?: "first" | "whole") => number[]> {
  const times: { kind: Kind; first: number; whole: number }[] = [];
  for (const [at, { kind, before, act }] of steps.entries()) {
    await before?.();
    const [first, whole] = await timedWhole(page, act, looks[at]!);
    times.push({ kind, first, whole });
    await page.waitForTimeout(150);
  }
  return (kind, what = "first") => times.flatMap((time) => (time.kind === kind ? time[what] : []));
}
