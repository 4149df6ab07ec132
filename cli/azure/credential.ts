import type { TokenCredential } from "@azure/identity";
import { fetchClient } from "@/lib/azure/pipeline/fetch-client";
import { reachedAt } from "@/lib/azure/pipeline/reached-at";
import type { Cloud } from "@/lib/cloud";
import { Refused } from "../program/refused";
import type { Login } from "./options";

type Env = Readonly<Record<string, string | undefined>>;

/** How to sign in by what the environment has. It never tries one thing after another: what is there is meant. */
export function loginIn(env: Env): Login {
  if (env["AZURE_CLIENT_SECRET"]) return "secret";
  if (env["AZURE_CLIENT_CERTIFICATE_PATH"]) return "certificate";
  if (env["AZURE_FEDERATED_TOKEN_FILE"]) return "workload-identity";
  if (env["IDENTITY_ENDPOINT"] ?? env["MSI_ENDPOINT"]) return "managed-identity";
  return "azure-cli";
}

/** In words that follow "signed in". */
export const loginWords: Readonly<Record<Login, string>> = {
  secret: "with a client secret",
  certificate: "with a certificate",
  "workload-identity": "with a workload identity",
  "managed-identity": "with a managed identity",
  "azure-cli": "as the Azure CLI is",
};

/** The credential that gets tokens for a login. @throws {Refused} where the environment lacks what it takes */
export async function credentialFor(
  login: Login,
  cloud: Cloud,
  tenant: string | undefined,
  env: Env,
): Promise<TokenCredential> {
  const identity = await import("@azure/identity");
  const needed = (name: string): string => {
    const value = env[name];
    if (!value) throw new Refused(`cannot sign in ${loginWords[login]}: ${name} is not set.`);
    return value;
  };
  const inTenant = () => {
    if (!tenant)
      throw new Refused(`cannot sign in ${loginWords[login]}: give the tenant, with --tenant or AZURE_TENANT_ID.`);
    return tenant;
  };
  const { authority } = cloud;
  const options = {
    authorityHost: authority.endpoint,
    // The cloud's record says who signs people in: there is nobody else to be asked about it.
    disableInstanceDiscovery: true,
    httpClient: reachedAt({ ...authority, scope: "" }, fetchClient),
  };
  const clientId = env["AZURE_CLIENT_ID"];
  switch (login) {
    case "secret":
      return new identity.ClientSecretCredential(
        inTenant(),
        needed("AZURE_CLIENT_ID"),
        needed("AZURE_CLIENT_SECRET"),
        options,
      );
    case "certificate": {
      const password = env["AZURE_CLIENT_CERTIFICATE_PASSWORD"];
      const certificate = {
        certificatePath: needed("AZURE_CLIENT_CERTIFICATE_PATH"),
        ...(password && { certificatePassword: password }),
      };
      return new identity.ClientCertificateCredential(inTenant(), needed("AZURE_CLIENT_ID"), certificate, options);
    }
    case "workload-identity":
      return new identity.WorkloadIdentityCredential({
        ...options,
        tenantId: inTenant(),
        clientId: needed("AZURE_CLIENT_ID"),
        tokenFilePath: needed("AZURE_FEDERATED_TOKEN_FILE"),
      });
    case "managed-identity":
      return clientId ? new identity.ManagedIdentityCredential({ clientId }) : new identity.ManagedIdentityCredential();
    case "azure-cli":
      return new identity.AzureCliCredential(tenant ? { tenantId: tenant } : {});
  }
}
