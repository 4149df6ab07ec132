// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test } from "vitest";
import { PageTitle } from "./page-title";

beforeEach(() => {
  document.title = "as the server sent it";
});
afterEach(cleanup);

const page = (path: string, title: string, content: React.ReactNode = null) => (
  <>
    <PageTitle path={path} title={title} />
    <main id="main" tabIndex={-1}>
      {content}
    </main>
  </>
);
const framePassed = () => new Promise(requestAnimationFrame);
const announced = (): string | null => document.querySelector("[aria-live]")?.textContent ?? null;

test("the first page keeps the title it was loaded with, and is left for the browser to announce", () => {
  render(page("/customers", "Customers"));
  expect(document.title).toBe("as the server sent it");
  expect(announced()).toBe("");
  expect(document.activeElement).toBe(document.body);
});

test("another page takes its title, is announced and starts at its top, with the focus in it", async () => {
  const { rerender } = render(page("/customers", "Customers"));
  screen.getByRole("main").scrollTop = 400;
  rerender(page("/roles", "Roles"));
  expect(document.title).toBe("Roles · Fresnel");
  expect(announced()).toBe("Roles · Fresnel");
  await framePassed();
  expect(screen.getByRole("main").scrollTop).toBe(0);
  expect(document.activeElement).toBe(screen.getByRole("main"));
});

test("focus that the person put somewhere stays there", async () => {
  const { rerender } = render(page("/customers", "Customers", <button>Refresh</button>));
  screen.getByRole("button").focus();
  rerender(page("/roles", "Roles", <button>Refresh</button>));
  await framePassed();
  expect(document.activeElement).toBe(screen.getByRole("button"));
});

test("a title that arrives later on the same page takes nothing else", async () => {
  const { rerender } = render(page("/customers", "Customers"));
  rerender(page("/people/1", "Person"));
  await framePassed();
  screen.getByRole("main").scrollTop = 400;
  rerender(page("/people/1", "Ada"));
  await framePassed();
  expect(screen.getByRole("main").scrollTop).toBe(400);
});
