// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { AfterPaint } from "./after-paint";

afterEach(cleanup);

test("what may come later is not drawn with the rest, and comes after it", async () => {
  const { container } = render(<AfterPaint>counts</AfterPaint>);
  expect(container.textContent).toBe("");
  await screen.findByText("counts");
});
