// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import { useRef } from "react";
import { afterEach, expect, test } from "vitest";
import { useModal } from "./use-modal";

// jsdom draws no dialogs.
HTMLDialogElement.prototype.showModal = () => {};
HTMLDialogElement.prototype.close = () => {};

afterEach(cleanup);

function Search() {
  const hasLed = useRef(false);
  return (
    <dialog ref={useModal(hasLed)} open>
      <button onClick={() => (hasLed.current = true)}>Open the answer</button>
    </dialog>
  );
}

const page = (isOpen: boolean) => (
  <>
    <a href="/access">Access</a>
    <main id="main" tabIndex={-1} />
    {isOpen && <Search />}
  </>
);

function openOnLink() {
  const { rerender } = render(page(false));
  screen.getByRole("link").focus();
  rerender(page(true));
  screen.getByRole("button").focus();
  return () => rerender(page(false));
}

test("a dialog that closes gives the focus back", () => {
  openOnLink()();
  expect(document.activeElement).toBe(screen.getByRole("link"));
});

test("one that led to another page leaves it to that page", () => {
  const close = openOnLink();
  screen.getByRole("button").click();
  close();
  expect(document.activeElement).toBe(screen.getByRole("main"));
});
