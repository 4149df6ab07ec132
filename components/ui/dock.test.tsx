// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { useState, type ReactNode } from "react";
import { afterEach, expect, test } from "vitest";
import { Banner } from "./banner";
import { Dock, Docked } from "./dock";

afterEach(cleanup);

function Notice({ name }: { name: string }) {
  const [isThere, setThere] = useState(true);
  return (
    isThere && (
      <Docked>
        <Banner actions={<button onClick={() => setThere(false)}>Dismiss {name}</button>}>{name}</Banner>
      </Docked>
    )
  );
}

function show(page: ReactNode) {
  render(
    <>
      <main id="main" tabIndex={-1}>
        {page}
      </main>
      <Dock />
      <Notice name="one" />
      <Notice name="two" />
    </>,
  );
}
const dismiss = (name: string) => {
  const button = screen.getByRole("button", { name: `Dismiss ${name}` });
  button.focus();
  fireEvent.click(button);
};

test("a notice that goes gives the focus to the next one, and the last one to the page", async () => {
  show(null);
  dismiss("one");
  await waitFor(() => expect(document.activeElement?.textContent).toContain("two"));
  dismiss("two");
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole("main")));
});

test("a table takes it where the page has one", async () => {
  show(
    <div role="grid">
      <div role="gridcell" tabIndex={0}>
        cell
      </div>
    </div>,
  );
  dismiss("one");
  dismiss("two");
  await waitFor(() => expect(document.activeElement?.textContent).toBe("cell"));
});

test("whoever went elsewhere stays there", async () => {
  show(<button>elsewhere</button>);
  screen.getByRole("button", { name: "Dismiss one" }).focus();
  const elsewhere = screen.getByRole("button", { name: "elsewhere" });
  elsewhere.focus();
  fireEvent.click(screen.getByRole("button", { name: "Dismiss one" }));
  fireEvent.click(screen.getByRole("button", { name: "Dismiss two" }));
  await Promise.resolve();
  expect(document.activeElement).toBe(elsewhere);
});
