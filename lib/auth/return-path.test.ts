import { expect, test } from "vitest";
import { returnPath } from "./return-path";

test("a deep link survives with its query and fragment", () => {
  expect(returnPath("/customers?q=contoso#row")).toBe("/customers?q=contoso#row");
});

test.each([
  undefined,
  null,
  "",
  "https://evil.example/",
  "//evil.example/",
  "/\\evil.example",
  "\\\\evil.example",
  "javascript:alert(1)",
  "customers",
  "/\t/evil.example",
  "/sign-in?to=/sign-in",
])("%j leads to the start page", (text) => {
  expect(returnPath(text)).toBe("/");
});
