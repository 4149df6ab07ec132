import { expect, test } from "vitest";
import { knownClouds } from "../cloud";
import { msalConfiguration } from "./msal";

const registration = {
  tenantId: "9a1f2b30-0000-4000-8000-00000000000a",
  clientId: "9a1f2b30-0000-4000-8000-00000000000b",
};

test("a cloud under its own name leaves the metadata to MSAL", () => {
  const { auth, cache } = msalConfiguration(
    { cloud: knownClouds["AzureCloud"]!, ...registration },
    "https://fresnel.example",
  );
  expect(auth).toMatchObject({
    authority: `https://login.microsoftonline.com/${registration.tenantId}`,
    knownAuthorities: ["login.microsoftonline.com"],
    redirectUri: "https://fresnel.example/auth",
  });
  expect(auth).not.toHaveProperty("authorityMetadata");
  expect(cache).toEqual({ cacheLocation: "sessionStorage" });
});

test("a cloud reached elsewhere keeps its https authority and names the endpoints behind it", () => {
  const cloud = {
    ...knownClouds["AzureCloud"]!,
    authority: { endpoint: "https://login.lab.example", reachedAt: "http://localhost:4400" },
  };
  const { auth } = msalConfiguration({ cloud, ...registration }, "http://localhost:3000");
  expect(auth.authority).toBe(`https://login.lab.example/${registration.tenantId}`);
  expect(JSON.parse(auth.authorityMetadata ?? "")).toMatchObject({
    issuer: `https://login.lab.example/${registration.tenantId}/v2.0`,
    token_endpoint: `http://localhost:4400/${registration.tenantId}/oauth2/v2.0/token`,
  });
});
