import type { RoleText } from "../role-text";

export const recoveryRoles: readonly RoleText[] = [
  {
    id: "5e467623-bb1f-42f4-a55d-6e525e11384b",
    name: "Backup Contributor",
    does: "Manage backup; no vault creation, no access for others.",
    actions: `
      Microsoft.Authorization: */read
      Microsoft.Network: virtualNetworks/read
      Microsoft.RecoveryServices/locations: * backupStatus/action backupPreValidateProtection/action
        backupValidateFeatures/action operationStatus/read
      Microsoft.RecoveryServices/Vaults/backupFabrics: operationResults/* protectionContainers/*
        refreshContainers/action backupProtectionIntent/* protectableContainers/read
      Microsoft.RecoveryServices/Vaults: backupJobs/* backupJobsExport/action backupOperationResults/*
        backupPolicies/* backupProtectableItems/* backupProtectedItems/* backupProtectionContainers/*
        backupSecurityPIN/* backupUsageSummaries/read certificates/* extendedInformation/* monitoringAlerts/read
        monitoringConfigurations/* read registeredIdentities/* usages/* backupstorageconfig/* backupconfig/*
        backupValidateOperation/action write backupOperations/read backupEngines/read monitoringAlerts/write
        backupProtectionIntents/read
      Microsoft.Resources: deployments/* subscriptions/resourceGroups/read
      Microsoft.Storage: storageAccounts/read
      Microsoft.RecoveryServices: vaults/operationStatus/read vaults/operationResults/read operations/read
      Microsoft.Support: *
      Microsoft.DataProtection/locations: getBackupStatus/action checkNameAvailability/action
        checkFeatureSupport/action operationStatus/read operationResults/read
      Microsoft.DataProtection/backupVaults/backupInstances: write delete read read backup/action
        validateRestore/action restore/action recoveryPoints/read recoveryPoints/read
        findRestorableTimeRanges/action operationResults/read validateForModifyBackup/action SuspendBackups/action
        resumeProtection/action
      Microsoft.DataProtection/backupVaults: deletedBackupInstances/read deletedBackupInstances/undelete/action
        write read operationResults/read operationStatus/read read read validateForBackup/action
      Microsoft.DataProtection/subscriptions/resourceGroups/providers: locations/crossRegionRestore/action
        locations/validateCrossRegionRestore/action locations/fetchCrossRegionRestoreJobs/action
        locations/fetchCrossRegionRestoreJob/action locations/fetchSecondaryRecoveryPoints/action
      Microsoft.DataProtection/backupVaults/backupPolicies: write delete read read
      Microsoft.DataProtection: operations/read
      Microsoft.RecoveryServices/Vaults/backupResourceGuardProxies: delete read unlockDelete/action write
      Microsoft.DataProtection/backupVaults/backupResourceGuardProxies: read write delete unlockDelete/action`,
  },
  {
    id: "00c29273-979b-4161-815c-10b084fb9324",
    name: "Backup Operator",
    does: "Run backups and restores; no removal, no vault creation.",
    actions: `
      Microsoft.Authorization: */read
      Microsoft.Network: virtualNetworks/read
      Microsoft.RecoveryServices/Vaults/backupFabrics: operationResults/read refreshContainers/action
        backupProtectionIntent/write backupProtectionIntent/read protectableContainers/read
      Microsoft.RecoveryServices/Vaults/backupFabrics/protectionContainers: operationResults/read
        protectedItems/backup/action protectedItems/operationResults/read protectedItems/operationsStatus/read
        protectedItems/read protectedItems/recoveryPoints/provisionInstantItemRecovery/action
        protectedItems/recoveryPoints/read protectedItems/recoveryPoints/restore/action
        protectedItems/recoveryPoints/revokeInstantItemRecovery/action protectedItems/write read write
        inquire/action items/read
      Microsoft.RecoveryServices:
        vaults/backupFabrics/protectionContainers/protectedItems/recoveryPoints/accessToken/action operations/read
      Microsoft.RecoveryServices/Vaults: backupJobs/* backupJobsExport/action backupOperationResults/*
        backupPolicies/operationResults/read backupPolicies/read backupProtectableItems/* backupProtectedItems/read
        backupProtectionContainers/read backupUsageSummaries/read certificates/write extendedInformation/read
        extendedInformation/write monitoringAlerts/read monitoringConfigurations/* read
        registeredIdentities/operationResults/read registeredIdentities/read registeredIdentities/write usages/read
        backupstorageconfig/* backupValidateOperation/action backupTriggerValidateOperation/action
        backupValidateOperationResults/read backupValidateOperationsStatuses/read backupOperations/read
        backupPolicies/operations/read backupEngines/read monitoringAlerts/write backupProtectionIntents/read
      Microsoft.Resources: deployments/* subscriptions/resourceGroups/read
      Microsoft.Storage: storageAccounts/read
      Microsoft.RecoveryServices/locations: backupStatus/action backupPreValidateProtection/action
        backupValidateFeatures/action backupAadProperties/read backupCrrJobs/action backupCrrJob/action
        backupCrossRegionRestore/action backupCrrOperationResults/read backupCrrOperationsStatus/read
        operationStatus/read
      Microsoft.Support: *
      Microsoft.DataProtection/backupVaults/backupInstances: read read operationResults/read write
        recoveryPoints/read recoveryPoints/read findRestorableTimeRanges/action backup/action validateRestore/action
        restore/action validateForModifyBackup/action
      Microsoft.DataProtection/backupVaults: deletedBackupInstances/read backupPolicies/read backupPolicies/read
        read operationResults/read operationStatus/read read read validateForBackup/action
      Microsoft.DataProtection: locations/operationStatus/read locations/operationResults/read operations/read
        locations/checkFeatureSupport/action
      Microsoft.DataProtection/subscriptions/resourceGroups/providers: locations/crossRegionRestore/action
        locations/validateCrossRegionRestore/action locations/fetchCrossRegionRestoreJobs/action
        locations/fetchCrossRegionRestoreJob/action locations/fetchSecondaryRecoveryPoints/action
      Microsoft.RecoveryServices/Vaults/backupResourceGuardProxies: delete read unlockDelete/action write
      Microsoft.DataProtection/backupVaults/backupResourceGuardProxies: read write delete unlockDelete/action`,
  },
  {
    id: "a795c7a0-d4a2-40c1-ae25-d81f01202912",
    name: "Backup Reader",
    does: "View backups and their settings.",
    actions: `
      Microsoft.Authorization: */read
      Microsoft.RecoveryServices/locations: allocatedStamp/read backupStatus/action operationStatus/read
        backupValidateFeatures/action backupCrrJobs/action backupCrrJob/action backupCrrOperationResults/read
        backupCrrOperationsStatus/read
      Microsoft.RecoveryServices/Vaults/backupFabrics: operationResults/read operationsStatus/read
        backupProtectionIntent/read
      Microsoft.RecoveryServices/Vaults/backupFabrics/protectionContainers: operationResults/read
        protectedItems/operationResults/read protectedItems/operationsStatus/read protectedItems/read
        protectedItems/recoveryPoints/read read items/read
      Microsoft.RecoveryServices/Vaults: backupJobs/operationResults/read backupJobs/read backupJobsExport/action
        backupOperationResults/read backupPolicies/operationResults/read backupPolicies/read
        backupProtectedItems/read backupProtectionContainers/read backupUsageSummaries/read extendedInformation/read
        monitoringAlerts/read read registeredIdentities/operationResults/read registeredIdentities/read
        backupstorageconfig/read backupconfig/read backupOperations/read backupPolicies/operations/read
        backupEngines/read monitoringConfigurations/* monitoringAlerts/write backupProtectionIntents/read
        usages/read
      Microsoft.RecoveryServices: operations/read
      Microsoft.DataProtection/locations: getBackupStatus/action operationStatus/read operationResults/read
        checkFeatureSupport/action
      Microsoft.DataProtection/backupVaults/backupInstances: read recoveryPoints/read recoveryPoints/read
        operationResults/read findRestorableTimeRanges/action
      Microsoft.DataProtection/backupVaults: deletedBackupInstances/read backupPolicies/read backupPolicies/read
        read operationResults/read operationStatus/read read read
      Microsoft.DataProtection: operations/read
        subscriptions/resourceGroups/providers/locations/fetchCrossRegionRestoreJobs/action
        subscriptions/resourceGroups/providers/locations/fetchCrossRegionRestoreJob/action
        subscriptions/resourceGroups/providers/locations/fetchSecondaryRecoveryPoints/action`,
  },
  {
    id: "6670b86e-a3f7-4917-ac9b-5d6ab1be4567",
    name: "Site Recovery Contributor",
    does: "Manage site recovery; no vault creation.",
    actions: `
      Microsoft.Authorization: */read
      Microsoft.Insights: alertRules/*
      Microsoft.Network: virtualNetworks/read
      Microsoft.RecoveryServices: locations/allocatedStamp/read locations/allocateStamp/action
      Microsoft.RecoveryServices/Vaults: certificates/write extendedInformation/* read refreshContainers/read
        registeredIdentities/* storageConfig/* tokenInfo/read usages/read vaultTokens/read monitoringAlerts/*
        monitoringConfigurations/notificationConfiguration/read
      Microsoft.RecoveryServices/vaults: replicationAlertSettings/* replicationEvents/read replicationFabrics/*
        replicationJobs/* replicationPolicies/* replicationRecoveryPlans/* replicationVaultSettings/*
        replicationOperationStatus/read
      Microsoft.ResourceHealth: availabilityStatuses/read
      Microsoft.Resources: deployments/* subscriptions/resourceGroups/read
      Microsoft.Storage: storageAccounts/read
      Microsoft.Support: *`,
  },
];
