import type { Options } from "../program/command";

/** How a program may sign in. */
export const logins = ["secret", "certificate", "workload-identity", "managed-identity", "azure-cli"] as const;
export type Login = (typeof logins)[number];

/** What every command takes that asks Azure. */
export const azureOptions: Options = {
  login: {
    type: "string",
    choices: logins,
    help: "How to sign in. Unless said otherwise, by what the environment has, in this order: AZURE_CLIENT_SECRET, AZURE_CLIENT_CERTIFICATE_PATH, AZURE_FEDERATED_TOKEN_FILE, a managed identity's endpoint; then as the Azure CLI is signed in.",
  },
  tenant: {
    type: "string",
    value: "id",
    help: "The managing tenant's directory id; FRESNEL_TENANT_ID or AZURE_TENANT_ID where not given, then the tenant that the login belongs to.",
  },
  cloud: {
    type: "string",
    value: "name",
    help: "AzureCloud, AzureUSGovernment, AzureChinaCloud, or the path of a JSON file that describes a cloud; FRESNEL_CLOUD where not given, then AzureCloud.",
  },
};

export const azureManual = {
  heading: "Signing in",
  text: `
With a client secret or certificate: AZURE_TENANT_ID, AZURE_CLIENT_ID, and AZURE_CLIENT_SECRET or
AZURE_CLIENT_CERTIFICATE_PATH (and AZURE_CLIENT_CERTIFICATE_PASSWORD). With a workload identity: AZURE_TENANT_ID,
AZURE_CLIENT_ID and AZURE_FEDERATED_TOKEN_FILE. With a managed identity: nothing, or AZURE_CLIENT_ID for a user-assigned one.
Otherwise as "az login" left it. Secrets are read from the environment only, and nothing is stored.

It needs Reader on what is delegated, which an offer grants to a group or service principal of yours; to tell people and
groups by name and who is in a group, the application permissions Directory.Read.All, or GroupMember.Read.All,
User.Read.All and Application.Read.All of Microsoft Graph.`,
};
