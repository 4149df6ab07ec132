import { expect, test } from "vitest";
import { knownClouds } from "@/lib/cloud";
import { credentialFor, loginIn } from "./credential";

test("the login is chosen by what the environment has, and the Azure CLI's is the last", () => {
  const all = {
    IDENTITY_ENDPOINT: "http://localhost",
    AZURE_FEDERATED_TOKEN_FILE: "/token",
    AZURE_CLIENT_CERTIFICATE_PATH: "/certificate.pem",
    AZURE_CLIENT_SECRET: "secret",
  };
  const env: Record<string, string> = {};
  expect(loginIn(env)).toBe("azure-cli");
  const chosen = Object.entries(all).map(([name, value]) => loginIn(Object.assign(env, { [name]: value })));
  expect(chosen).toEqual(["managed-identity", "workload-identity", "certificate", "secret"]);
});

const tenant = "aaaaaaaa-0000-4000-8000-000000000001";
const cloud = knownClouds["AzureChinaCloud"]!;
const env = {
  AZURE_CLIENT_ID: tenant,
  AZURE_CLIENT_SECRET: "s",
  AZURE_FEDERATED_TOKEN_FILE: "/t",
  AZURE_CLIENT_CERTIFICATE_PATH: "/c",
};

test.each(["secret", "certificate", "workload-identity", "managed-identity", "azure-cli"] as const)(
  "%s makes a credential of its own kind",
  async (login) => {
    const { constructor } = await credentialFor(login, cloud, tenant, env);
    expect(constructor.name.toLowerCase()).toContain(login.replace("-", ""));
  },
);

test.each(["secret", "certificate", "workload-identity"] as const)("%s names what it lacks", async (login) => {
  await expect(credentialFor(login, cloud, undefined, env)).rejects.toThrow("give the tenant");
  await expect(credentialFor(login, cloud, tenant, { AZURE_CLIENT_ID: tenant })).rejects.toThrow(
    /AZURE_\w+ is not set/,
  );
});
