// @vitest-environment jsdom
import { cleanup, createEvent, fireEvent, render, screen } from "@testing-library/react";
import type { MouseEvent } from "react";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Link } from "./link";

beforeEach(() => window.history.replaceState(null, "", "/customers"));
afterEach(cleanup);

/** Presses a link to /roles; tells whether the browser was left to follow it by itself. */
function press(init: MouseEventInit = {}, onClick?: (event: MouseEvent) => void): { leftToBrowser: boolean } {
  render(
    <Link href="/roles" onClick={onClick}>
      Roles
    </Link>,
  );
  const link = screen.getByRole("link", { name: "Roles" });
  const click = createEvent.click(link, init);
  fireEvent(link, click);
  return { leftToBrowser: !click.defaultPrevented };
}

test("a plain press changes the page without asking the server", () => {
  const before = window.history.length;
  expect(press()).toEqual({ leftToBrowser: false });
  expect(window.location.pathname).toBe("/roles");
  expect(window.history.length, "Back returns to the page before").toBe(before + 1);
});

test.each([
  ["Ctrl", { ctrlKey: true }],
  ["⌘", { metaKey: true }],
  ["Shift", { shiftKey: true }],
  ["Alt", { altKey: true }],
  ["the middle button", { button: 1 }],
])("a press with %s is the browser's: a tab, a window or a file", (_held, init) => {
  expect(press(init)).toEqual({ leftToBrowser: true });
  expect(window.location.pathname).toBe("/customers");
});

test("whoever handled the press has the last word", () => {
  press({}, (event) => event.preventDefault());
  expect(window.location.pathname).toBe("/customers");
});
