import { expect, test, vi } from "vitest";
import { trustedTypesScript } from "./trusted-types";

function policy(): (url: string) => string {
  const createPolicy = vi.fn();
  const run = new Function("window", "trustedTypes", "location", trustedTypesScript);
  const trustedTypes = { createPolicy };
  run({ trustedTypes }, trustedTypes, { href: "https://fresnel.example/customers", origin: "https://fresnel.example" });
  return createPolicy.mock.calls[0]?.[1].createScriptURL;
}

test("the site's own built files are scripts", () => {
  expect(policy()("/_next/static/chunks/a.js")).toBe("/_next/static/chunks/a.js");
  expect(policy()("https://fresnel.example/_next/static/b.js")).toBe("https://fresnel.example/_next/static/b.js");
});

test.each([
  "https://evil.example/_next/static/a.js",
  "//evil.example/_next/static/a.js",
  "/_next/static/../../upload.js",
  "data:text/javascript,alert(1)",
  "blob:https://fresnel.example/1",
  "/robots.txt",
])("%s is refused", (url) => {
  expect(() => policy()(url)).toThrow(TypeError);
});

test("React prints it into the page as it is", () => {
  expect(trustedTypesScript).not.toMatch(/["'&<>]/);
});
