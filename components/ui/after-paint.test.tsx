// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { AfterPaint, usePainted } from "./after-paint";

afterEach(cleanup);

test("what may come later is not drawn with the rest, and comes after it", async () => {
  const { container } = render(<AfterPaint>counts</AfterPaint>);
  expect(container.textContent).toBe("");
  await screen.findByText("counts");
});

test("a value that is worked with later is the one before until the new one was drawn", async () => {
  const Facts = ({ of }: { of: string }) => `${of}, facts of ${usePainted(of)}`;
  const { container, rerender } = render(<Facts of="one" />);
  expect(container.textContent).toBe("one, facts of one");
  rerender(<Facts of="two" />);
  expect(container.textContent).toBe("two, facts of one");
  await screen.findByText("two, facts of two");
});
