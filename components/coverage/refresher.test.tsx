// @vitest-environment jsdom
import { cleanup, render } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { aCoverage } from "@/lib/domain/example-inventory";
import type { Coverage, SourceState } from "@/lib/domain/coverage";
import { freshFor } from "@/lib/queries/freshness";
import { Refresher } from "./refresher";

const minute = 60_000;
const refresh = vi.hoisted(() => vi.fn(() => Promise.resolve()));
const shown = vi.hoisted(() => ({ coverage: undefined as Coverage | undefined }));
const azure = {};
const client = {};
vi.mock("@/lib/queries/inventory", () => ({ refresh }));
vi.mock("@/components/auth/use-azure", () => ({ useAzure: () => ({ azure }) }));
vi.mock("@tanstack/react-query", () => ({ useQueryClient: () => client }));
vi.mock("./use-inventory", () => ({ useInventory: () => ({ inventory: { coverage: shown.coverage } }) }));

let visibility: DocumentVisibilityState;
let isOnline: boolean;

beforeEach(() => {
  vi.useFakeTimers();
  visibility = "visible";
  isOnline = true;
  vi.spyOn(document, "visibilityState", "get").mockImplementation(() => visibility);
  vi.spyOn(navigator, "onLine", "get").mockImplementation(() => isOnline);
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.restoreAllMocks();
  refresh.mockClear();
});

const ended = (state: SourceState = "complete"): Coverage => {
  const whole = aCoverage({ finishedAt: Date.now() });
  return { ...whole, sources: { ...whole.sources, assignments: { ...whole.sources.assignments, state } } };
};
const show = (coverage: Coverage) => {
  shown.coverage = coverage;
  return render(<Refresher />);
};

test("what has become old is read again, once", () => {
  show(ended());
  vi.advanceTimersByTime(freshFor - 1);
  expect(refresh).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(refresh).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(freshFor);
  expect(refresh).toHaveBeenCalledTimes(1);
});

test("nothing is read while nobody can see it, and what is due is read when somebody does", () => {
  show(ended());
  visibility = "hidden";
  document.dispatchEvent(new Event("visibilitychange"));
  vi.advanceTimersByTime(3 * freshFor);
  expect(refresh).not.toHaveBeenCalled();
  visibility = "visible";
  document.dispatchEvent(new Event("visibilitychange"));
  expect(refresh).toHaveBeenCalledTimes(1);
});

test("nothing is read without a network, and what is due is read when it is back", () => {
  show(ended());
  isOnline = false;
  vi.advanceTimersByTime(3 * freshFor);
  expect(refresh).not.toHaveBeenCalled();
  isOnline = true;
  window.dispatchEvent(new Event("online"));
  expect(refresh).toHaveBeenCalledTimes(1);
});

test("each failure in a row makes the next try wait longer, until one goes well", () => {
  const { rerender } = show(ended("failed"));
  const next = (coverage: Coverage) => {
    shown.coverage = coverage;
    rerender(<Refresher />);
  };
  vi.advanceTimersByTime(minute);
  expect(refresh).toHaveBeenCalledTimes(1);
  next(ended("failed"));
  vi.advanceTimersByTime(minute);
  expect(refresh).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(minute);
  expect(refresh).toHaveBeenCalledTimes(2);
  next(ended());
  next(ended("failed"));
  vi.advanceTimersByTime(minute);
  expect(refresh).toHaveBeenCalledTimes(3);
});
