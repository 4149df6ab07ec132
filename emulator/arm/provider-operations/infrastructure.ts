import type { NamespaceText } from "./notation";

/** Namespaces under everything that runs: networks, storage, keys, monitoring, backup. */
export const infrastructure: readonly NamespaceText[] = [
  {
    name: "Microsoft.Automation",
    displayName: "Microsoft Automation",
    types: `
      automationAccounts rwd convertGraphRunbookContent listKeys webhooks
      automationAccounts/jobs rw resume runbookContent stop suspend
      automationAccounts/runbooks rwd getCount publish
      automationAccounts/credentials rwd getCount
      automationAccounts/variables rwd
      automationAccounts/webhooks rwd
      automationAccounts/hybridRunbookWorkerGroups rwd
      automationAccounts/agentRegistrationInformation r regenerateKey`,
  },
  {
    name: "Microsoft.Insights",
    displayName: "Microsoft Monitoring Insights",
    types: `
      . - Register Unregister
      ActionGroups rwd
      ActivityLogAlerts rwd Activated
      AlertRules rwd Activated Resolved Throttled
      AutoscaleSettings rwd Scaledown Scaleup
      Components rwd ApiKeys purge
      DiagnosticSettings rwd
      eventtypes/values r
      Metrics r
      Metrics data w
      MetricAlerts rwd
      MetricDefinitions r
      ScheduledQueryRules rwd
      dataCollectionRules rwd
      dataCollectionRuleAssociations rwd
      workbooks rwd`,
  },
  {
    name: "Microsoft.KeyVault",
    displayName: "Microsoft Key Vault",
    types: `
      . - register unregister
      vaults rwd deploy privateEndpointConnectionsApproval
      vaults/accessPolicies w
      vaults/keys w
      vaults/keys data r backup decrypt encrypt release sign unwrap update verify wrap
      vaults/secrets rw
      vaults/secrets data - getSecret readMetadata setSecret
      vaults/certificates data r
      locations/deletedVaults r purge`,
  },
  {
    name: "Microsoft.Network",
    displayName: "Microsoft Network",
    types: `
      . - getDnsResourceReference register unregister
      virtualNetworks rwd join peer
      virtualNetworks/subnets rwd join joinViaServiceEndpoint
      virtualNetworks/virtualNetworkPeerings rwd
      networkSecurityGroups rwd join
      networkSecurityGroups/securityRules rwd
      networkInterfaces rwd effectiveNetworkSecurityGroups effectiveRouteTable join
      publicIPAddresses rwd join
      loadBalancers rwd migrateToIpBased
      routeTables rwd join
      dnsZones rwd
      privateEndpoints rwd
      bastionHosts rwd createShareableLinks deleteShareableLinks disconnectactivesessions getShareableLinks
      bastionHosts - getactivesessions
      networkWatchers rwd configureFlowLog connectivityCheck ipFlowVerify securityGroupView troubleshoot`,
  },
  {
    name: "Microsoft.OperationalInsights",
    displayName: "Microsoft Operational Insights",
    types: `
      workspaces rwd failback generateregistrationcertificate listKeys purge search sharedKeys
      workspaces/query r
      workspaces/tables rwd migrate
      workspaces/intelligencepacks r disable enable
      workspaces/jobs data - export
      clusters rwd`,
  },
  {
    name: "Microsoft.RecoveryServices",
    displayName: "Microsoft Recovery Services",
    types: `
      Vaults rwd backupJobsExport backupSecurityPIN backupTriggerValidateOperation backupValidateOperation
      Vaults/backupPolicies rwd
      Vaults/backupJobs r cancel
      Vaults/backupFabrics/protectionContainers rwd inquire
      Vaults/backupFabrics/protectionContainers/protectedItems rwd backup recoveryPointsRecommendedForMove
      Vaults/backupFabrics/protectionContainers/protectedItems/recoveryPoints rw accessToken
      Vaults/backupFabrics/protectionContainers/protectedItems/recoveryPoints - provisionInstantItemRecovery
      Vaults/backupFabrics/protectionContainers/protectedItems/recoveryPoints - restore
      Vaults/backupFabrics/protectionContainers/protectedItems/recoveryPoints - revokeInstantItemRecovery
      vaults/replicationJobs r cancel restart resume`,
  },
  {
    name: "Microsoft.Storage",
    displayName: "Microsoft Storage",
    types: `
      . - register unregister
      storageAccounts rwd ListAccountSas PrivateEndpointConnectionsApproval failover listKeys listServiceSas
      storageAccounts - regeneratekey restoreBlobRanges revokeUserDelegationKeys
      storageAccounts/blobServices rw generateUserDelegationKey
      storageAccounts/blobServices/containers rwd
      storageAccounts/blobServices/containers/blobs data rwd add runAsSuperUser
      storageAccounts/fileServices rw generateUserDelegationKey
      storageAccounts/fileServices data - readFileBackupSemantics runAsBuiltInFileAdministrator takeOwnership
      storageAccounts/fileServices data - writeFileBackupSemantics
      storageAccounts/fileServices/shares rwd lease
      storageAccounts/fileServices/fileshares/files data rwd modifypermissions
      storageAccounts/queueServices/queues/messages data rwd add process
      storageAccounts/tableServices/tables/entities data rwd add update
      storageAccounts/localUsers rwd listKeys regeneratePassword
      storageAccounts/managementPolicies rwd`,
  },
];
