// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Fetched } from "./fetched";
import { lazily } from "./lazily";
import { Toasts } from "./toast";

beforeEach(() => void vi.spyOn(console, "error").mockImplementation(() => undefined));
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const unfetched = () => Promise.reject(Object.assign(new Error("no script"), { name: "ChunkLoadError" }));

test.each([
  ["whose script does not come", lazily<() => null>(unfetched), "could not be fetched"],
  [
    "that fails",
    () => {
      throw new Error("a defect");
    },
    "failed",
  ],
])("a part %s goes and says so, and what is around it stays", async (_, Part, word) => {
  const onFailure = vi.fn();
  render(
    <>
      <h1>Customers</h1>
      <Fetched fallback="Loading" onFailure={onFailure}>
        <Part />
      </Fetched>
      <Toasts />
    </>,
  );
  expect((await screen.findByText(/^A part of Fresnel/)).textContent).toContain(word);
  expect(onFailure).toHaveBeenCalledOnce();
  expect(screen.getByRole("heading").textContent).toBe("Customers");
  expect(screen.queryByText("Loading")).toBeNull();
});
