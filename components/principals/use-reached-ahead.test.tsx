// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { indexAccess } from "@/lib/domain/access/access-index";
import { emptyDirectory } from "@/lib/domain/directory-reading";
import { anInventory, examplePrincipal } from "@/lib/domain/example-inventory";
import { paths } from "@/lib/paths";
import { reachedIn } from "@/lib/queries/reached";
import { useReachedAhead } from "./use-reached-ahead";

vi.mock("@/lib/queries/reached", () => ({ reachedIn: vi.fn() }));

const index = indexAccess({ inventory: anInventory({}), directory: emptyDirectory });
const [ada, ben] = [examplePrincipal(1), examplePrincipal(2)];
const longEnough = 100;

function Rows() {
  return (
    <div onPointerOver={useReachedAhead(index)}>
      <div role="row">
        <a href={paths.principal(ada)}>Ada</a> <i>her row</i>
      </div>
      <div role="row">
        <a href={paths.principal(ben)}>Ben</a>
      </div>
      <div role="row">
        <a href={paths.customers}>Somewhere else</a>
      </div>
    </div>
  );
}

const pointAt = (text: string) => fireEvent.pointerOver(screen.getByText(text));
const workedOut = () => vi.mocked(reachedIn).mock.calls.map(([, principal]) => principal);

beforeEach(() => {
  vi.useFakeTimers();
  vi.mocked(reachedIn).mockClear();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

test("works out the principal on whose row the pointer rests, wherever on it", () => {
  render(<Rows />);
  pointAt("her row");
  vi.advanceTimersByTime(20);
  expect(workedOut()).toEqual([]);
  vi.advanceTimersByTime(longEnough);
  expect(workedOut()).toEqual([ada]);
});

test("does nothing for rows that the pointer only crosses, nor for those of other things", () => {
  render(<Rows />);
  pointAt("Ada");
  pointAt("Ben");
  pointAt("Somewhere else");
  vi.advanceTimersByTime(longEnough);
  expect(workedOut()).toEqual([]);
});

test("does nothing for a table that is left", () => {
  const { unmount } = render(<Rows />);
  pointAt("Ada");
  unmount();
  vi.advanceTimersByTime(longEnough);
  expect(workedOut()).toEqual([]);
});
