// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { Ago, Moment, MomentStops, momentTitle } from "./ago";

afterEach(cleanup);

const at = Date.UTC(2026, 2, 14, 13, 2);

test("a time says on hover which one it is, in UTC as well", () => {
  render(<Ago at={at} />);
  const time = screen.getByText(/ago|Yesterday|just now/);
  expect(time.getAttribute("datetime")).toBe("2026-03-14T13:02:00.000Z");
  expect(time.title).toMatch(/14 Mar 2026, 13:02 UTC$/);
  expect(momentTitle(at)).toBe(time.title);
});

test("among facts a time can be reached with keys, and is described in UTC; elsewhere it is no stop", () => {
  render(
    <MomentStops>
      <Moment at={at}>in March</Moment>
    </MomentStops>,
  );
  render(<Moment at={at}>in a row</Moment>);
  const time = screen.getByText("in March");
  time.focus();
  expect(document.activeElement).toBe(time);
  expect(time.title).toContain("13:02 UTC");
  expect(screen.getByText("in a row").tabIndex).toBe(-1);
});

test("a time that Azure does not tell is no time", () => {
  render(<Ago at={undefined} />);
  expect(screen.getByText("Azure does not tell when")).toBeTruthy();
  expect(momentTitle(undefined)).toBeUndefined();
});
