// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { debounce, parseAsString, useQueryState } from "nuqs";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { AddressProvider, useAskedPath, usePath, useSearch } from "./address";
import { go } from "./go";

const drawn = vi.fn<(query: string | null) => void>();
const slowly = { limitUrlUpdates: debounce(40) };

const asked = vi.fn<(asked: string, shown: string) => void>();
function Asked() {
  asked(useAskedPath(), usePath());
  return null;
}

/** Pages of different paths have nothing in common. */
function Page() {
  const path = usePath();
  return <Filtered key={path} path={path} />;
}

function Filtered({ path }: { path: string }) {
  const [query, setQuery] = useQueryState("q", parseAsString);
  drawn(query);
  return (
    <>
      <input aria-label="At once" value={query ?? ""} onChange={({ target }) => void setQuery(target.value)} />
      <input aria-label="Slowly" value={query ?? ""} onChange={({ target }) => void setQuery(target.value, slowly)} />
      <p role="status">
        {path} [{String(useSearch())}]
      </p>
    </>
  );
}

const shown = () => screen.getByRole("status").textContent;
const query = () => screen.getByLabelText<HTMLInputElement>("At once").value;
const type = (value: string, into: "At once" | "Slowly" = "At once") =>
  fireEvent.change(screen.getByLabelText(into), { target: { value } });

/** What Next leaves in the state of the entry that it drew, by which it knows entries of its own. */
const nextsOwn = { __NA: true, tree: "whatever" };

beforeEach(() => {
  window.history.replaceState(nextsOwn, "", "/customers?q=old");
  render(
    <AddressProvider>
      <Asked />
      <Page />
    </AddressProvider>,
  );
  drawn.mockClear();
});
afterEach(cleanup);

test("the address is known from the start", () => {
  expect([shown(), query()]).toEqual(["/customers [q=old]", "old"]);
});

test("another page takes path and parameters at once", async () => {
  await act(() => go("/roles?q=new"));
  expect([shown(), query()]).toEqual(["/roles [q=new]", "new"]);
  expect(drawn.mock.calls.flat()).not.toContain("old");
});

test("the page that was asked for is known before it has been drawn", async () => {
  asked.mockClear();
  await act(() => go("/roles"));
  expect(asked.mock.calls).toEqual([
    ["/roles", "/customers"],
    ["/roles", "/roles"],
  ]);
});

test.each(["At once", "Slowly"] as const)("what is typed (%s) shows before it is written, and stays", async (into) => {
  type("contoso", into);
  await waitFor(() => expect(shown()).toBe("/customers [q=contoso]"));
  expect(window.location.search).toBe("?q=contoso");
  expect(new Set(drawn.mock.calls.flat())).toEqual(new Set(["contoso"]));
});

test("what waits to be written does not follow to another page", async () => {
  type("contoso", "Slowly");
  await act(() => go("/roles"));
  await act(() => new Promise((resolve) => setTimeout(resolve, 120)));
  expect(window.location.href).toMatch(/\/roles$/);
  expect([shown(), query()]).toEqual(["/roles []", ""]);
});

test("what waits to be written does not follow Back", async () => {
  await act(() => go("/roles"));
  type("contoso", "Slowly");
  await act(() => window.history.back());
  await act(() => new Promise((resolve) => setTimeout(resolve, 120)));
  expect(window.location.href).toMatch(/\/customers\?q=old$/);
  expect([shown(), query()]).toEqual(["/customers [q=old]", "old"]);
});

test("Back and Forward are followed", async () => {
  await act(() => go("/roles"));
  await act(() => window.history.back());
  await waitFor(() => expect([shown(), query()]).toEqual(["/customers [q=old]", "old"]));
  await act(() => window.history.forward());
  await waitFor(() => expect([shown(), query()]).toEqual(["/roles []", ""]));
});

test("Next is not told of Back while pages of ours are shown, and is afterwards", async () => {
  const next = vi.fn();
  window.addEventListener("popstate", next);
  await act(() => go("/roles"));
  await act(() => window.history.back());
  await waitFor(() => expect(shown()).toBe("/customers [q=old]"));
  expect(next).not.toHaveBeenCalled();
  cleanup();
  window.history.forward();
  await waitFor(() => expect(next).toHaveBeenCalledOnce());
  window.removeEventListener("popstate", next);
});

test("every entry keeps the state of the first one, so that Next lets it pass", async () => {
  await act(() => go("/roles"));
  expect(window.history.state).toEqual(nextsOwn);
  type("reader");
  await waitFor(() => expect(window.location.search).toBe("?q=reader"));
  expect(window.history.state).toEqual(nextsOwn);
});
