// @vitest-environment jsdom
import { act, cleanup, render, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { fetchedLater, lazily, useLoadAhead } from "./lazily";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

/** Registers what fetches so many components; each ends when it is told to. */
function fetched(names: readonly string[], when?: "soon") {
  const asked: string[] = [];
  const ends = new Map<string, { succeed: () => void; fail: () => void }>();
  for (const name of names)
    lazily(
      () =>
        new Promise<() => null>((resolve, reject) => {
          asked.push(name);
          ends.set(name, { succeed: () => resolve(() => null), fail: () => reject(new Error("offline")) });
        }),
      when,
    );
  return { asked, end: (name: string, how: "succeed" | "fail") => act(async () => ends.get(name)?.[how]()) };
}
const pass = () => act(() => vi.advanceTimersByTimeAsync(10_000));

test("what may be opened next is fetched one after another, and what failed once more when it begins anew", async () => {
  const { asked, end } = fetched(["a", "b", "c"]);
  const first = renderHook(useLoadAhead, { initialProps: false });
  await pass();
  expect(asked).toEqual([]);
  first.rerender(true);
  await pass();
  expect(asked).toEqual(["a"]);
  await end("a", "succeed");
  await pass();
  await end("b", "fail");
  await pass();
  await end("c", "succeed");
  await pass();
  expect(asked).toEqual(["a", "b", "c"]);

  first.unmount();
  renderHook(useLoadAhead, { initialProps: true });
  await pass();
  expect(asked).toEqual(["a", "b", "c", "b"]);
  await end("b", "succeed");
});

test("whoever leaves the page before asks for nothing more", async () => {
  const { asked, end } = fetched(["d", "e"]);
  const page = renderHook(useLoadAhead, { initialProps: true });
  await pass();
  page.unmount();
  await end("d", "succeed");
  await pass();
  expect(asked).toEqual(["d"]);
});

test("what the first press may open is fetched before the rest", async () => {
  const { asked, end } = fetched(["later"]);
  const first = fetched(["soon"], "soon");
  renderHook(() => useLoadAhead(true, "soon"));
  await pass();
  expect([first.asked, asked]).toEqual([["soon"], []]);
  await first.end("soon", "succeed");
  await end("later", "succeed");
});

test("what was fetched ahead is there when it is first drawn", async () => {
  const Part = lazily(
    async () =>
      ({ name }: { name: string }) =>
        `all of ${name}`,
  );
  await act(async () => Part.ahead());
  const { container } = render(<Part name="it" />);
  expect(container.textContent).toBe("all of it");
});

test("what failed ahead is asked for again, and what came is not", async () => {
  const load = vi.fn<() => Promise<string>>().mockRejectedValueOnce(new Error("offline")).mockResolvedValue("there");
  const part = fetchedLater(load);
  for (const asked of [1, 2, 2]) {
    await act(async () => part.ahead());
    expect(load).toHaveBeenCalledTimes(asked);
  }
  expect(part.there()).toBe("there");
});
