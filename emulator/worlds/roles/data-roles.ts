import type { RoleText } from "../role-text";

export const dataRoles: readonly RoleText[] = [
  {
    id: "17d1049b-9a84-46fb-8f53-869881c3d3ab",
    name: "Storage Account Contributor",
    does: "Manage storage accounts, their keys included.",
    actions: `
      Microsoft.Authorization: */read
      Microsoft.Insights: alertRules/* diagnosticSettings/*
      Microsoft.Network: virtualNetworks/subnets/joinViaServiceEndpoint/action
      Microsoft.ResourceHealth: availabilityStatuses/read
      Microsoft.Resources: deployments/* subscriptions/resourceGroups/read
      Microsoft.Storage: storageAccounts/*
      Microsoft.Support: *`,
  },
  {
    id: "c12c1c16-33a1-487b-954d-41c89c60f349",
    name: "Reader and Data Access",
    does: "View everything in a storage account, with the keys that open it.",
    actions: `
      Microsoft.Storage: storageAccounts/listKeys/action storageAccounts/ListAccountSas/action storageAccounts/read`,
  },
  {
    id: "e5e2a7ff-d759-4cd2-bb51-3152d37e2eb1",
    name: "Storage Account Backup Contributor",
    does: "Let Azure Backup protect storage accounts.",
    actions: `
      Microsoft.Authorization: */read locks/read locks/write locks/delete
      Microsoft.Features: features/read providers/features/read
      Microsoft.Resources: subscriptions/resourceGroups/read
      Microsoft.Storage: operations/read
      Microsoft.Storage/storageAccounts/objectReplicationPolicies: delete read write restorePointMarkers/write
      Microsoft.Storage/storageAccounts/blobServices: containers/read containers/write read write
      Microsoft.Storage/storageAccounts: read restoreBlobRanges/action`,
  },
  {
    id: "77789c21-1643-48a2-8f27-47f858540b51",
    name: "Storage Actions Task Assignment Contributor",
    does: "Assign storage tasks, with role assignments limited by a condition.",
    actions: `
      Microsoft.Authorization: */read
      Microsoft.Insights: alertRules/*
      Microsoft.Resources: deployments/* subscriptions/resourceGroups/read
      Microsoft.Storage/storageAccounts: reports/read read blobServices/read
      Microsoft.Storage/storageAccounts/storageTaskAssignments: read write delete reports/read`,
    also: [
      {
        actions: "Microsoft.Authorization: roleAssignments/write roleAssignments/delete",
        condition:
          "((!(ActionMatches{'Microsoft.Authorization/roleAssignments/write'})) OR (@Request[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals{4bad4d9e2a13488894bbc8432f6f3040})) AND ((!(ActionMatches{'Microsoft.Authorization/roleAssignments/delete'})) OR (@Resource[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals{4bad4d9e2a13488894bbc8432f6f3040}))",
        conditionVersion: "2.0",
      },
    ],
  },
  {
    id: "9b7fa17d-e63e-47b0-bb0a-15c516ac86ec",
    name: "SQL DB Contributor",
    does: "Manage SQL databases; not their servers or security policies.",
    actions: `
      Microsoft.Authorization: */read
      Microsoft.Insights: alertRules/* metrics/read metricDefinitions/read
      Microsoft.ResourceHealth: availabilityStatuses/read
      Microsoft.Resources: deployments/* subscriptions/resourceGroups/read
      Microsoft.Sql: locations/*/read servers/databases/* servers/read
      Microsoft.Support: *`,
    notActions: `
      Microsoft.Sql/managedInstances: advancedThreatProtectionSettings/* securityAlertPolicies/*
        vulnerabilityAssessments/*
      Microsoft.Sql/managedInstances/databases: advancedThreatProtectionSettings/* currentSensitivityLabels/*
        recommendedSensitivityLabels/* schemas/tables/columns/sensitivityLabels/* securityAlertPolicies/*
        sensitivityLabels/* vulnerabilityAssessments/*
      Microsoft.Sql/servers/databases: advancedThreatProtectionSettings/* auditingSettings/* auditRecords/read
        currentSensitivityLabels/* dataMaskingPolicies/* extendedAuditingSettings/*
        ledgerDigestUploads/disable/action ledgerDigestUploads/write recommendedSensitivityLabels/*
        schemas/tables/columns/sensitivityLabels/* securityAlertPolicies/* securityMetrics/* sensitivityLabels/*
        sqlVulnerabilityAssessments/* vulnerabilityAssessments/* vulnerabilityAssessmentScans/*
        vulnerabilityAssessmentSettings/*
      Microsoft.Sql/servers: sqlVulnerabilityAssessments/* vulnerabilityAssessments/*`,
  },
  {
    id: "6d8ee4ec-f05a-4a1d-8b00-a9b17e38b437",
    name: "SQL Server Contributor",
    does: "Manage SQL servers and databases; not their security policies.",
    actions: `
      Microsoft.Authorization: */read
      Microsoft.Insights: alertRules/* metrics/read metricDefinitions/read
      Microsoft.ResourceHealth: availabilityStatuses/read
      Microsoft.Resources: deployments/* subscriptions/resourceGroups/read
      Microsoft.Sql: locations/*/read servers/*
      Microsoft.Support: *`,
    notActions: `
      Microsoft.Sql/managedInstances: advancedThreatProtectionSettings/* securityAlertPolicies/*
        vulnerabilityAssessments/*
      Microsoft.Sql/managedInstances/databases: advancedThreatProtectionSettings/* currentSensitivityLabels/*
        recommendedSensitivityLabels/* schemas/tables/columns/sensitivityLabels/* securityAlertPolicies/*
        sensitivityLabels/* vulnerabilityAssessments/*
      Microsoft.Sql/servers: advancedThreatProtectionSettings/* auditingSettings/* azureADOnlyAuthentications/delete
        azureADOnlyAuthentications/write devOpsAuditingSettings/* extendedAuditingSettings/*
        externalPolicyBasedAuthorizations/delete externalPolicyBasedAuthorizations/write securityAlertPolicies/*
        sqlVulnerabilityAssessments/* vulnerabilityAssessments/*
      Microsoft.Sql/servers/databases: advancedThreatProtectionSettings/* auditingSettings/* auditRecords/read
        currentSensitivityLabels/* dataMaskingPolicies/* extendedAuditingSettings/* recommendedSensitivityLabels/*
        schemas/tables/columns/sensitivityLabels/* securityAlertPolicies/* securityMetrics/* sensitivityLabels/*
        sqlVulnerabilityAssessments/* vulnerabilityAssessments/* vulnerabilityAssessmentScans/*
        vulnerabilityAssessmentSettings/*`,
  },
  {
    id: "230815da-be43-4aae-9cb4-875f7bd000aa",
    name: "Cosmos DB Operator",
    does: "Manage Cosmos DB accounts without reading their keys or data.",
    actions: `
      Microsoft.DocumentDb: databaseAccounts/*
      Microsoft.Insights: alertRules/*
      Microsoft.Authorization: */read
      Microsoft.ResourceHealth: availabilityStatuses/read
      Microsoft.Resources: deployments/* subscriptions/resourceGroups/read
      Microsoft.Support: *
      Microsoft.Network: virtualNetworks/subnets/joinViaServiceEndpoint/action`,
    notActions: `
      Microsoft.DocumentDB/databaseAccounts: copyJobs/* dataTransferJobs/* readonlyKeys/* regenerateKey/* listKeys/*
        listConnectionStrings/* sqlRoleDefinitions/write sqlRoleDefinitions/delete sqlRoleAssignments/write
        sqlRoleAssignments/delete mongodbRoleDefinitions/write mongodbRoleDefinitions/delete
        mongodbUserDefinitions/write mongodbUserDefinitions/delete tableRoleAssignments/write
        tableRoleAssignments/delete tableRoleDefinitions/write tableRoleDefinitions/delete
        gremlinRoleAssignments/write gremlinRoleAssignments/delete gremlinRoleDefinitions/write
        gremlinRoleDefinitions/delete cassandraRoleAssignments/write cassandraRoleAssignments/delete
        cassandraRoleDefinitions/write cassandraRoleDefinitions/delete mongoMIRoleAssignments/write
        mongoMIRoleAssignments/delete mongoMIRoleDefinitions/write mongoMIRoleDefinitions/delete`,
  },
  {
    id: "f25e0fa2-a7c8-4377-a976-54943a77a395",
    name: "Key Vault Contributor",
    does: "Manage key vaults; not the secrets in them.",
    actions: `
      Microsoft.Authorization: */read
      Microsoft.Insights: alertRules/*
      Microsoft.KeyVault: *
      Microsoft.Resources: deployments/* subscriptions/resourceGroups/read
      Microsoft.Support: *`,
    notActions: "Microsoft.KeyVault: locations/deletedVaults/purge/action hsmPools/* managedHsms/*",
  },
  {
    id: "de139f84-1756-47ae-9be6-808fbbe84772",
    name: "Website Contributor",
    does: "Manage websites; not the plans they run on.",
    actions: `
      Microsoft.Authorization: */read
      Microsoft.Insights: alertRules/* components/*
      Microsoft.ResourceHealth: availabilityStatuses/read
      Microsoft.Resources: deployments/* subscriptions/resourceGroups/read
      Microsoft.Support: *
      Microsoft.Web: certificates/* listSitesAssignedToHostName/read register/action serverFarms/join/action
        serverFarms/read sites/*`,
  },
  {
    id: "2cc479cb-7b4d-49a8-b449-8c00fd0f0a4b",
    name: "Web Plan Contributor",
    does: "Manage web plans; not the sites on them.",
    actions: `
      Microsoft.Authorization: */read
      Microsoft.Insights: alertRules/* autoscalesettings/*
      Microsoft.ResourceHealth: availabilityStatuses/read
      Microsoft.Resources: deployments/* subscriptions/resourceGroups/read
      Microsoft.Support: *
      Microsoft.Web: serverFarms/* hostingEnvironments/Join/Action`,
  },
  {
    id: "87a39d53-fc1b-424a-814c-f7e04687dc9e",
    name: "Logic App Contributor",
    does: "Manage logic apps; not access to them.",
    actions: `
      Microsoft.Authorization: */read
      Microsoft.ClassicStorage: storageAccounts/listKeys/action storageAccounts/read
      Microsoft.Insights: alertRules/* metricAlerts/* diagnosticSettings/* logdefinitions/* metricDefinitions/*
      Microsoft.Logic: *
      Microsoft.Resources: deployments/* subscriptions/operationresults/read subscriptions/resourceGroups/read
      Microsoft.Storage: storageAccounts/listkeys/action storageAccounts/read
      Microsoft.Support: *
      Microsoft.Web: connectionGateways/* connections/* customApis/* serverFarms/join/action serverFarms/read
        sites/functions/listSecrets/action`,
  },
  {
    id: "515c2055-d9d4-4321-b1b9-bd0c9a0f79fe",
    name: "Logic App Operator",
    does: "Read, enable and disable logic apps.",
    actions: `
      Microsoft.Authorization: */read
      Microsoft.Insights: alertRules/*/read metricAlerts/*/read diagnosticSettings/*/read metricDefinitions/*/read
      Microsoft.Logic: */read workflows/disable/action workflows/enable/action workflows/validate/action
      Microsoft.Resources: deployments/operations/read subscriptions/operationresults/read
        subscriptions/resourceGroups/read
      Microsoft.Support: *
      Microsoft.Web: connectionGateways/*/read connections/*/read customApis/*/read serverFarms/read`,
  },
  {
    id: "4d97b98b-1d4f-4787-a291-c67834d212e7",
    name: "Network Contributor",
    does: "Manage networks; not access to them.",
    actions: `
      Microsoft.Authorization: */read
      Microsoft.Insights: alertRules/*
      Microsoft.Network: *
      Microsoft.ResourceHealth: availabilityStatuses/read
      Microsoft.Resources: deployments/* subscriptions/resourceGroups/read
      Microsoft.Support: *`,
  },
  {
    id: "befefa01-2a29-4197-83a8-272ff33ce314",
    name: "DNS Zone Contributor",
    does: "Manage DNS zones and their records.",
    actions: `
      Microsoft.Authorization: */read
      Microsoft.Insights: alertRules/*
      Microsoft.Network: dnsZones/*
      Microsoft.ResourceHealth: availabilityStatuses/read
      Microsoft.Resources: deployments/* subscriptions/resourceGroups/read
      Microsoft.Support: *`,
  },
  {
    id: "ec156ff8-a8d1-4d15-830c-5b80698ca432",
    name: "CDN Profile Contributor",
    does: "Manage CDN profiles and endpoints.",
    actions: `
      Microsoft.Authorization: */read
      Microsoft.Cdn: edgenodes/read operationresults/* profiles/*
      Microsoft.Insights: alertRules/*
      Microsoft.Resources: deployments/* subscriptions/resourceGroups/read
      Microsoft.Support: *`,
  },
  {
    id: "2a2b9908-6ea1-4ae2-8e65-a410df84e7d1",
    name: "Storage Blob Data Reader",
    does: "Read containers and blobs.",
    actions: `
      Microsoft.Storage: storageAccounts/blobServices/containers/read
        storageAccounts/blobServices/generateUserDelegationKey/action`,
    dataActions: "Microsoft.Storage: storageAccounts/blobServices/containers/blobs/read",
  },
  {
    id: "4633458b-17de-408a-b874-0445c86b69e6",
    name: "Key Vault Secrets User",
    does: "Read the contents of secrets.",
    dataActions: "Microsoft.KeyVault: vaults/secrets/getSecret/action vaults/secrets/readMetadata/action",
  },
];
