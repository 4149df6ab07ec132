// @vitest-environment jsdom
import { act, cleanup, render } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { QueryView } from "./query-view";

type Data = { rows: string[]; isReading: boolean };

const view = (data: Data | undefined, error?: Error) =>
  render(
    <QueryView
      data={data}
      error={error}
      isEmpty={({ rows }) => rows.length === 0}
      isPending={({ isReading }) => isReading}
      skeleton="skeleton"
      failed={({ message }) => `failed: ${message}`}
      empty={() => "empty"}
    >
      {({ rows }) => rows.join()}
    </QueryView>,
  ).container;

const later = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds));

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

test("nothing for 400 ms, then the skeleton", async () => {
  const container = view(undefined);
  await later(399);
  expect(container.textContent).toBe("");
  await later(2);
  expect(container.textContent).toBe("skeleton");
});

test("empty only when nothing more will come", async () => {
  const reading = view({ rows: [], isReading: true });
  await later(401);
  expect(reading.textContent).toBe("skeleton");
  expect(view({ rows: [], isReading: false }).textContent).toBe("empty");
});

test("a read that failed never looks empty, and rows outlive a failure", () => {
  expect(view(undefined, new Error("no network")).textContent).toBe("failed: no network");
  expect(view({ rows: ["a", "b"], isReading: false }, new Error("no network")).textContent).toBe("a,b");
});
