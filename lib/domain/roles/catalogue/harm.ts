import type { Families } from "./family";

const items = "vaults/backupFabrics/protectionContainers/protectedItems";

/**
 * Operations that hand over no secret and no role, and are what an intruder needs all the same: to be let in elsewhere, to
 * go unseen, to leave nothing to return to. They say nothing of a role's level, which follows from what it hands over.
 */
export const harm: Families = {
  "Microsoft.KeyVault": { vaultAccess: "vaults/{,accessPolicies/}write managedHSMs/write" },

  // Whoever may write a server sets its administrator's password.
  "Microsoft.Sql": {
    databaseAdmin: "{servers,managedInstances}/{,administrators/,azureADOnlyAuthentications/}write",
  },
  "Microsoft.Synapse/workspaces": {
    databaseAdmin: "{administrators,azureADOnlyAuthentications,sqlAdministrators}/write write",
  },
  "Microsoft.DBforPostgreSQL": {
    databaseAdmin: "flexibleServers/{,administrators/}write servers/write serverGroupsv2/write",
  },
  "Microsoft.DBforMySQL": { databaseAdmin: "flexibleServers/{,administrators/}write servers/write" },
  "Microsoft.DBforMariaDB": { databaseAdmin: "servers/write" },
  "Microsoft.DocumentDB": { databaseAdmin: "mongoClusters/write" },

  "Microsoft.Compute": {
    identityHost: "{virtualMachines,virtualMachineScaleSets,virtualMachineScaleSets/virtualMachines}/write",
    noRecovery: "snapshots/delete restorePointCollections/{,restorePoints/}delete",
  },
  "Microsoft.Web": { identityHost: "{sites,sites/slots}/write" },
  "Microsoft.App": { identityHost: "{containerApps,jobs}/write" },
  "Microsoft.ContainerInstance": { identityHost: "containerGroups/write" },
  "Microsoft.ContainerService": { identityHost: "managedClusters/write" },
  "Microsoft.Automation": { identityHost: "automationAccounts/write" },
  "Microsoft.Logic": { identityHost: "workflows/write" },
  "Microsoft.DataFactory": { identityHost: "factories/write" },
  "Microsoft.Batch": { identityHost: "batchAccounts/{,pools/}write" },
  "Microsoft.MachineLearningServices": { identityHost: "workspaces/{computes,jobs,onlineEndpoints}/write" },
  "Microsoft.Resources": { identityHost: "deploymentScripts/write" },
  "Microsoft.ManagedIdentity": { newIdentity: "userAssignedIdentities/write" },

  "Microsoft.ManagedServices": { delegation: "{registrationDefinitions,registrationAssignments}/write" },

  // Without alertRules: Azure gave up these classic alerts, and most roles still name them.
  "Microsoft.Insights": {
    silence:
      "{diagnosticSettings,extendedDiagnosticSettings,logProfiles,activityLogAlerts,metricAlerts,scheduledQueryRules}/delete",
  },
  "Microsoft.AlertsManagement": { silence: "smartDetectorAlertRules/delete actionRules/write" },
  "Microsoft.OperationalInsights": { silence: "workspaces/{,tables/}delete workspaces/purge" },
  "Microsoft.Security": { silence: "{pricings,autoProvisioningSettings}/write workspaceSettings/{write,delete}" },
  "Microsoft.SecurityInsights": { silence: "{alertRules,onboardingStates}/delete" },
  "Microsoft.Network": { silence: "networkWatchers/flowLogs/delete" },

  // Writing protected items is not among them: every backup takes it.
  "Microsoft.RecoveryServices": {
    noRecovery: `vaults/{,backupPolicies/,backupConfig/,storageConfig/}write vaults/{,backupPolicies/}delete ${items}/delete`,
  },
  "Microsoft.DataProtection/backupVaults": {
    noRecovery:
      "{,backupPolicies/}write {,backupInstances/,backupPolicies/}delete backupInstances/{stopProtection,suspendBackups}",
  },
};
