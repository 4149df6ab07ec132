// @vitest-environment jsdom
import { cleanup, render } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { Crumbs } from "./crumbs";

afterEach(cleanup);

/** The crumbs in one line, with ">" for an arrow. */
const lineOf = (...crumbs: Parameters<typeof Crumbs>[0]["of"]) =>
  [...render(<Crumbs of={crumbs} />).container.childNodes]
    .map((node) => (node.nodeName === "svg" ? ">" : node.textContent))
    .join(" ");

test("an arrow stands between two crumbs, and none after the last", () => {
  expect(lineOf("Access", "Roles")).toBe("Access > Roles");
  expect(lineOf("Principals")).toBe("Principals");
  expect(lineOf("Access", undefined)).toBe("Access");
});
