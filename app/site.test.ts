import { expect, test } from "vitest";
import { siteOf } from "./site";

const site = (headers: Record<string, string>) => siteOf(new Headers(headers))?.href;

test("the site is where its visitor found it, whatever stands between", () => {
  expect(site({ host: "fresnel.example", "x-forwarded-proto": "https" })).toBe("https://fresnel.example/");
  expect(site({ host: "fresnel.example", "x-forwarded-proto": "https, http" })).toBe("https://fresnel.example/");
  expect(site({ host: "localhost:3000" })).toBe("http://localhost:3000/");
});

test("a request that does not tell, or not in earnest, has no site", () => {
  expect(site({})).toBeUndefined();
  expect(site({ host: "not a host" })).toBeUndefined();
});
