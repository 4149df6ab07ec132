import { describe, expect, test } from "vitest";
import { Browser, pageOrigin, persona } from "./testing/browser";
import { useEmulator } from "./testing/world-of-tests";

const emulator = useEmulator();
const path = "/subscriptions?api-version=2022-12-01";

test("a preflight allows any page what it asks for, without a token", async () => {
  const response = await fetch(emulator.url + path, {
    method: "OPTIONS",
    headers: {
      origin: pageOrigin,
      "access-control-request-method": "DELETE",
      "access-control-request-headers": "authorization,x-ms-client-request-id",
    },
  });
  expect(response.status).toBe(200);
  expect(response.headers.get("access-control-allow-origin")).toBe("*");
  expect(response.headers.get("access-control-allow-methods")).toContain("DELETE");
  expect(response.headers.get("access-control-allow-headers")).toBe("authorization,x-ms-client-request-id");
});

describe("an answer to a page", () => {
  const ask = async (settings: object, headers: Record<string, string> = { origin: pageOrigin }) => {
    const world = await emulator.world({ settings });
    const { access_token } = await new Browser(world).signIn(persona(world, "Mira"));
    return fetch(emulator.url + path, { headers: { authorization: `Bearer ${access_token}`, ...headers } });
  };

  test("is readable, and exposes no headers by default", async () => {
    const response = await ask({});
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    expect(response.headers.get("access-control-expose-headers")).toBeNull();
  });

  test("exposes the headers that the world's settings name", async () => {
    const response = await ask({ exposedHeaders: ["Retry-After", "x-ms-request-id"] });
    expect(response.headers.get("access-control-expose-headers")).toBe("Retry-After,x-ms-request-id");
  });

  test("says nothing about origins to programs", async () => {
    const response = await ask({}, {});
    expect(response.headers.get("access-control-allow-origin")).toBeNull();
  });

  test("is readable when it is a refusal", async () => {
    for (const refused of [path, "/v1.0/me"]) {
      const response = await fetch(emulator.url + refused, { headers: { origin: pageOrigin } });
      expect(response.status).toBe(401);
      expect(response.headers.get("access-control-allow-origin")).toBe("*");
    }
  });
});

test("the emulator's own addresses are for programs, not for pages", async () => {
  const response = await fetch(`${emulator.url}/_emulator/`, { headers: { origin: pageOrigin } });
  expect(response.headers.get("access-control-allow-origin")).toBeNull();
});

test("answers carry the ids by which Azure finds them again", async () => {
  const { access_token } = await emulator.browser().signIn(persona(emulator.description, "Mira"));
  const response = await fetch(emulator.url + path, {
    headers: { authorization: `Bearer ${access_token}`, "x-ms-client-request-id": "mine" },
  });
  const { headers } = response;
  expect(headers.get("x-ms-request-id")).toMatch(/^[0-9a-f-]{36}$/);
  expect(headers.get("x-ms-correlation-request-id")).toMatch(/^[0-9a-f-]{36}$/);
  expect(headers.get("x-ms-routing-request-id")).toMatch(/^[A-Z]+:\d{8}T\d{6}Z:[0-9a-f-]{36}$/);
  expect(headers.get("x-ms-client-request-id")).toBe("mine");
});
