import { expect, test } from "vitest";
import { useEmulator } from "../testing/world-of-tests";

const emulator = useEmulator();
const read = async (path: string) => {
  const response = await fetch(emulator.url + path);
  return {
    status: response.status,
    body: (await response.json()) as Record<string, unknown>,
    headers: response.headers,
  };
};

test("a tenant's metadata carries the https name and may be read by any page", async () => {
  const { tenantId } = emulator.description;
  const { body, headers } = await read(`/${tenantId}/v2.0/.well-known/openid-configuration`);
  expect(body).toMatchObject({
    issuer: `https://login.fresnel.localhost/${tenantId}/v2.0`,
    authorization_endpoint: `https://login.fresnel.localhost/${tenantId}/oauth2/v2.0/authorize`,
    token_endpoint: `https://login.fresnel.localhost/${tenantId}/oauth2/v2.0/token`,
    end_session_endpoint: `https://login.fresnel.localhost/${tenantId}/oauth2/v2.0/logout`,
    jwks_uri: `https://login.fresnel.localhost/${tenantId}/discovery/v2.0/keys`,
    response_types_supported: ["code"],
  });
  expect(headers.get("access-control-allow-origin")).toBe("*");
});

test("a tenant is found by its domain as well", async () => {
  const { body } = await read("/RELECLOUD.example/v2.0/.well-known/openid-configuration");
  expect(body["issuer"]).toBe(`https://login.fresnel.localhost/${emulator.description.tenantId}/v2.0`);
});

test("common keeps the issuer's placeholder", async () => {
  const { body } = await read("/common/v2.0/.well-known/openid-configuration");
  expect(body["issuer"]).toBe("https://login.fresnel.localhost/{tenantid}/v2.0");
});

test("an unknown tenant has none", async () => {
  const { status, body } = await read("/nobody.example/v2.0/.well-known/openid-configuration");
  expect(status).toBe(400);
  expect(body).toMatchObject({ error: "invalid_tenant", error_codes: [90002] });
});

test("the keys are public keys only", async () => {
  const { body } = await read(`/${emulator.description.tenantId}/discovery/v2.0/keys`);
  const [key] = body["keys"] as Record<string, unknown>[];
  expect(Object.keys(key ?? {}).sort()).toEqual(["alg", "e", "kid", "kty", "n", "use"]);
});

test("instance discovery knows its own name, and no other", async () => {
  const ask = (host: string) =>
    read(`/common/discovery/instance?api-version=1.1&authorization_endpoint=https://${host}/x/oauth2/v2.0/authorize`);
  expect((await ask("login.fresnel.localhost")).body).toMatchObject({
    tenant_discovery_endpoint: "https://login.fresnel.localhost/x/v2.0/.well-known/openid-configuration",
  });
  expect((await ask("login.elsewhere.example")).body).toMatchObject({ error: "invalid_instance" });
});

test("what is not implemented says so", async () => {
  const { status, body } = await read(`/${emulator.description.tenantId}/oauth2/v2.0/devicecode`);
  expect(status).toBe(501);
  expect(body["error_description"]).toContain("devicecode");
});
