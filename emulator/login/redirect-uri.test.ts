import { describe, expect, test } from "vitest";
import { isOriginOf, isRegistered } from "./redirect-uri";

describe("a redirect URI", () => {
  test.each([
    ["http://localhost:*/auth", "http://localhost:3000/auth", true],
    ["http://localhost:*/auth", "http://localhost/auth", true],
    ["http://localhost:*/auth", "http://LOCALHOST:3000/auth", true],
    ["http://localhost:*/auth", "http://localhost:3000/Auth", false],
    ["http://localhost:*/auth", "http://localhost:3000/auth/", false],
    ["http://localhost:*/auth", "http://localhost:3000/auth?next=1", false],
    ["http://localhost:*/auth", "https://localhost:3000/auth", false],
    ["http://localhost:*/auth", "http://localhost:3000@evil.example/auth", false],
    ["http://localhost:*/auth", "http://localhost.evil.example/auth", false],
    ["http://localhost:*/auth", "http://127.0.0.1:3000/auth", false],
    ["http://localhost:*", "http://localhost:8400/", true],
    ["http://localhost:*", "http://localhost:8400/deep", false],
    ["http://localhost:*/*", "http://localhost:8400/deep/er", true],
    ["https://console.example/auth", "https://console.example/auth", true],
    ["https://console.example/auth", "https://console.example:444/auth", false],
    ["https://console.example/auth", "javascript:alert(1)", false],
  ])("registered as %s: %s is %s", (pattern, uri, expected) => {
    expect(isRegistered(pattern, uri)).toBe(expected);
  });
});

test("a page's origin is compared without the path", () => {
  expect(isOriginOf("http://localhost:*/auth", "http://localhost:3000")).toBe(true);
  expect(isOriginOf("http://localhost:*/auth", "http://localhost.evil.example")).toBe(false);
  expect(isOriginOf("https://console.example/auth", "https://console.example")).toBe(true);
  expect(isOriginOf("https://console.example/auth", "null")).toBe(false);
});
