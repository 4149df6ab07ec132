// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { useState } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { FilterChip } from "./filter-chip";

const options = [
  { value: "Managed Operations", count: 11 },
  { value: "Managed Security", count: 5 },
  { value: "ARM template", count: 0 },
];
const changed = vi.fn<(chosen: readonly string[]) => void>();

function Chip() {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  return (
    <FilterChip
      label="Source"
      chosen={chosen}
      options={() => options}
      onChange={(next) => {
        changed(next);
        setChosen(next);
      }}
    />
  );
}

const open = async () => {
  render(<Chip />);
  fireEvent.click(screen.getByRole("button", { name: "Source" }));
  return within(await screen.findByRole("dialog", { name: "Filter by source" }));
};

beforeEach(() => {
  changed.mockClear();
  vi.stubGlobal(
    "ResizeObserver",
    class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  );
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test("offers every value with what choosing it would show, and takes several", async () => {
  const panel = await open();
  expect(panel.getAllByRole("checkbox").map(({ textContent }) => textContent)).toEqual([
    "Managed Operations11",
    "Managed Security5",
    "ARM template0",
  ]);
  fireEvent.click(panel.getByRole("checkbox", { name: /Operations/ }));
  fireEvent.click(panel.getByRole("checkbox", { name: /template/ }));
  expect(changed).toHaveBeenLastCalledWith(["Managed Operations", "ARM template"]);
  expect(panel.getAllByRole("checkbox", { checked: true })).toHaveLength(2);
});

test("Alt leaves only that value; pressing again takes it back", async () => {
  const panel = await open();
  fireEvent.click(panel.getByRole("checkbox", { name: /Operations/ }));
  fireEvent.click(panel.getByRole("checkbox", { name: /Security/ }), { altKey: true });
  expect(changed).toHaveBeenLastCalledWith(["Managed Security"]);
  fireEvent.click(panel.getByRole("checkbox", { name: /Security/ }));
  expect(changed).toHaveBeenLastCalledWith([]);
});

test("finding narrows the list, arrows walk it", async () => {
  const panel = await open();
  const input = panel.getByRole("textbox", { name: "Find in source" });
  fireEvent.change(input, { target: { value: "managed" } });
  expect(panel.getAllByRole("checkbox")).toHaveLength(2);
  input.focus();
  fireEvent.keyDown(input, { key: "ArrowDown" });
  fireEvent.keyDown(document.activeElement!, { key: "ArrowDown" });
  expect(document.activeElement?.textContent).toContain("Managed Security");
  fireEvent.change(input, { target: { value: "nothing" } });
  expect(panel.getByText("No value contains this.")).toBeTruthy();
});

test("a set filter shows its value and can be removed", async () => {
  const panel = await open();
  fireEvent.click(panel.getByRole("checkbox", { name: /Security/ }));
  expect(screen.getByText("Managed Security", { selector: "span.truncate" })).toBeTruthy();
  fireEvent.click(screen.getByLabelText("Remove filter Source"));
  expect(changed).toHaveBeenLastCalledWith([]);
  expect(document.activeElement?.textContent, "the button that goes gives the focus to its chip").toBe("Source");
});

test("Esc closes it and gives focus back", async () => {
  await open();
  fireEvent.keyDown(document.activeElement!, { key: "Escape" });
  expect(screen.queryByRole("dialog")).toBeNull();
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole("button", { name: "Source" })));
});
