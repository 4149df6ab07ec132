import type { Families } from "./family";

/** Storage, databases, and what analyses them. */
export const dataSecrets: Families = {
  "Microsoft.Storage/storageAccounts": {
    storageKey: "listKeys regenerateKey",
    storageSas: "listAccountSas listServiceSas {blob,file,queue,table}Services/generateUserDelegationKey",
    password: "localUsers/{listKeys,regeneratePassword}",
  },
  "Microsoft.ClassicStorage/storageAccounts": { storageKey: "listKeys regenerateKey" },
  "Microsoft.DataLakeAnalytics/accounts": { storageSas: "storageAccounts/containers/listSasTokens" },
  "Microsoft.NetApp/netAppAccounts": { accessKey: "capacityPools/volumes/buckets/generateCredentials" },

  "Microsoft.DocumentDB": {
    accessKey: "databaseAccounts/{listKeys,regenerateKey,readonlyKeys,readonlyKeys/read}",
    connectionString: "{databaseAccounts,mongoClusters}/listConnectionStrings",
  },
  "Microsoft.Cache": { accessKey: "{redis,redisEnterprise/databases}/{listKeys,regenerateKey}" },
  "Microsoft.Sql/servers": { joinKey: "syncAgents/generateKey" },
  "Microsoft.DataMigration/sqlMigrationServices": { joinKey: "listAuthKeys regenerateAuthKeys" },
  "Oracle.Database/autonomousDatabases": { password: "generateWallet" },
  "Microsoft.Confluent/organizations": { accessKey: "environments/clusters/createAPIKey" },

  "Microsoft.DataFactory/factories": {
    token: "getDataPlaneAccess getGitHubAccessToken",
    joinKey: "integrationRuntimes/{listAuthKeys,regenerateAuthKey,getConnectionInfo}",
  },
  "Microsoft.Synapse/workspaces": {
    joinKey: "integrationRuntimes/{listAuthKeys,regenerateAuthKey,getConnectionInfo}",
  },
  "Microsoft.AzureDataTransfer/connections": {
    password: "flows/generatePassphrase",
    connectionString: "flows/getStreamConnectionString",
  },
  "Microsoft.Purview/accounts": { accessKey: "listKeys" },
  "Microsoft.PowerBI/workspaceCollections": { accessKey: "listKeys regenerateKey" },
  "Microsoft.Search/searchServices": { accessKey: "listAdminKeys listQueryKeys" },
};
