import type { Families } from "./family";

/** What apps are built of: web apps, containers, workflows, and the gateways before them. */
export const appSecrets: Families = {
  "Microsoft.Web/sites": {
    appSettings: "{,slots/}config/list",
    publishProfile: "{,slots/}publishXml",
    functionKey:
      "{,slots/}functions/{listKeys,listSecrets} {,slots/}listSyncFunctionTriggerStatus {,slots/}host/listKeys",
    token: "functions/token/read",
    callbackUrl: "hostruntime/webhooks/api/workflows/triggers/listCallbackUrl",
    workflowText: "{,slots/}workflows/read",
    accessKey: "hybridConnectionNamespaces/relays/listKeys",
  },
  "Microsoft.Web": { secret: "staticSites/listSecrets", accessKey: "connections/listConnectionKeys" },

  "Microsoft.App": {
    secret: "{containerApps,jobs,connectedEnvironments/daprComponents,managedEnvironments/daprComponents}/listSecrets",
    token: "{containerApps,managedEnvironments}/getAuthToken builds/listAuthToken",
  },
  "Microsoft.AppPlatform/Spring": {
    accessKey: "listTestKeys regenerateTestKey",
    secret: "{gateways,jobs,jobs/executions}/listEnvSecrets apms/listSecretKeys",
  },
  "Microsoft.AppConfiguration/configurationStores": {
    accessKey: "listKeys regenerateKey",
    appSettings: "listKeyValue",
  },
  "Microsoft.ServiceLinker": {
    connectionString: "linkers/{generateConfigurations,listConfigurations} locations/connectors/generateConfigurations",
  },

  "Microsoft.ApiManagement/service": {
    accessKey:
      "{,workspaces/}subscriptions/{listSecrets,regeneratePrimaryKey,regenerateSecondaryKey} tenant/{listSecrets,regeneratePrimaryKey,regenerateSecondaryKey} gateways/{listKeys,regenerateKey}",
    secret:
      "{authorizationServers,clientApplications,identityProviders,openidConnectProviders}/listSecrets {,workspaces/}namedValues/listValue",
    token: "getSsoToken gateways/{generateToken,listDebugCredentials}",
  },
  "Microsoft.Logic": {
    callbackUrl:
      "workflows/{,triggers/,versions/triggers/}listCallbackUrl integrationAccounts/{listCallbackUrl,agreements/listContentCallbackUrl,assemblies/listContentCallbackUrl,maps/listContentCallbackUrl,partners/listContentCallbackUrl,schemas/listContentCallbackUrl}",
    workflowText: "workflows/{,versions/}read",
    accessKey: "{workflows,integrationAccounts}/regenerateAccessKey",
    secret: "integrationAccounts/listKeyVaultKeys",
  },
  "Microsoft.Automation/automationAccounts": { joinKey: "listKeys" },
  "Microsoft.Batch/batchAccounts": { accessKey: "listKeys regenerateKeys" },
  "Microsoft.Solutions/applications": { token: "listTokens" },
  "Microsoft.SaaS": { token: "{resources,saasResources}/listAccessToken" },
};
