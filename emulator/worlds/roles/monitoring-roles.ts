import type { RoleText } from "../role-text";

export const monitoringRoles: readonly RoleText[] = [
  {
    id: "92aaf0da-9dab-42b6-94a3-d43ce8d16293",
    name: "Log Analytics Contributor",
    does: "Read monitoring data and change monitoring settings.",
    actions: `
      */read
      Microsoft.ClassicCompute: virtualMachines/extensions/*
      Microsoft.ClassicStorage: storageAccounts/listKeys/action
      Microsoft.Compute: virtualMachines/extensions/*
      Microsoft.HybridCompute: machines/extensions/write
      Microsoft.Insights: alertRules/* diagnosticSettings/*
      Microsoft.OperationalInsights: *
      Microsoft.OperationsManagement: *
      Microsoft.Resources: deployments/* subscriptions/resourcegroups/deployments/*
      Microsoft.Storage: storageAccounts/listKeys/action
      Microsoft.Support: *`,
    dataActions: "Microsoft.OperationalInsights: workspaces/jobs/export/action",
  },
  {
    id: "73c42c96-874c-492b-b04d-ab87d138a893",
    name: "Log Analytics Reader",
    does: "View and search monitoring data and settings.",
    actions: `
      */read
      Microsoft.OperationalInsights: workspaces/analytics/query/action workspaces/search/action
      Microsoft.Support: *`,
    notActions: "Microsoft.OperationalInsights: workspaces/sharedKeys/read",
    dataActions: "Microsoft.OperationalInsights: workspaces/jobs/export/action",
  },
  {
    id: "43d0d8ad-25c7-4714-9337-8ba259a9fe05",
    name: "Monitoring Reader",
    does: "Read monitoring data.",
    actions: `
      */read
      Microsoft.OperationalInsights: workspaces/search/action
      Microsoft.Support: *`,
  },
  {
    id: "749f88d5-cbae-40b8-bcfc-e573ddc772fa",
    name: "Monitoring Contributor",
    does: "Read monitoring data and change monitoring settings.",
    actions: `
      */read
      Microsoft.AlertsManagement: alerts/* alertsSummary/* issues/* smartDetectorAlertRules/* actionRules/*
        smartGroups/* migrateFromSmartDetection/* investigations/* prometheusRuleGroups/*
      Microsoft.Insights: actiongroups/* activityLogAlerts/* AlertRules/* components/* createNotifications/*
        dataCollectionEndpoints/* dataCollectionRules/* dataCollectionRuleAssociations/* DiagnosticSettings/*
        eventtypes/* LogDefinitions/* metricalerts/* MetricDefinitions/* Metrics/* notificationStatus/*
        Register/Action scheduledqueryrules/* webtests/* workbooks/* workbooktemplates/* privateLinkScopes/*
        privateLinkScopeOperationStatuses/*
      Microsoft.Monitor: accounts/* settings/* investigations/*
      Microsoft.OperationalInsights/workspaces: write intelligencepacks/* savedSearches/* search/action
        sharedKeys/action sharedKeys/read storageinsightconfigs/* failback/action
      Microsoft.OperationalInsights: locations/workspaces/failover/action
      Microsoft.Support: *
      Microsoft.Resources: deployments/*`,
  },
  {
    id: "39bc4728-0917-49c7-9d2c-d95423bc2eb4",
    name: "Security Reader",
    does: "View security policies, recommendations and alerts.",
    actions: `
      Microsoft.Authorization: */read
      Microsoft.Insights: alertRules/read
      Microsoft.operationalInsights: workspaces/*/read
      Microsoft.Resources: deployments/*/read subscriptions/resourceGroups/read
      Microsoft.Security: */read iotDefenderSettings/packageDownloads/action
        iotDefenderSettings/downloadManagerActivation/action iotSensors/downloadResetPassword/action
      Microsoft.IoTSecurity: */read defenderSettings/packageDownloads/action
        defenderSettings/downloadManagerActivation/action
      Microsoft.Support: */read
      Microsoft.Management: managementGroups/read`,
  },
  {
    id: "fb1c8493-542b-48eb-b624-b4c8fea62acd",
    name: "Security Admin",
    does: "Change security policies and dismiss alerts and recommendations.",
    actions: `
      Microsoft.Authorization: */read policyAssignments/* policyDefinitions/* policyExemptions/*
        policySetDefinitions/*
      Microsoft.Insights: alertRules/*
      Microsoft.Management: managementGroups/read
      Microsoft.operationalInsights: workspaces/*/read
      Microsoft.Resources: deployments/* subscriptions/resourceGroups/read
      Microsoft.Security: *
      Microsoft.IoTSecurity: *
      Microsoft.IoTFirmwareDefense: *
      Microsoft.Support: *`,
  },
  {
    id: "ab8e14d6-4a74-4a29-9ba8-549422addade",
    name: "Microsoft Sentinel Contributor",
    does: "Manage Microsoft Sentinel.",
    actions: `
      Microsoft.SecurityInsights: *
      Microsoft.OperationalInsights/workspaces: analytics/query/action */read savedSearches/* query/read
        query/*/read dataSources/read
      Microsoft.OperationsManagement: solutions/read
      Microsoft.OperationalInsights: querypacks/*/read
      Microsoft.Insights: workbooks/* myworkbooks/read alertRules/*
      Microsoft.Authorization: */read
      Microsoft.Resources: deployments/* subscriptions/resourceGroups/read
      Microsoft.Support: *`,
    notActions: `
      Microsoft.SecurityInsights: ConfidentialWatchlists/*
      Microsoft.OperationalInsights: workspaces/query/ConfidentialWatchlist/*`,
  },
  {
    id: "3e150937-b8fe-4cfb-8069-0eaf05ecd056",
    name: "Microsoft Sentinel Responder",
    does: "Work on incidents of Microsoft Sentinel.",
    actions: `
      Microsoft.SecurityInsights: */read dataConnectorsCheckRequirements/action automationRules/* cases/*
        incidents/* entities/runPlaybook/action businessApplicationAgents/systems/undoAction/action
      Microsoft.SecurityInsights/threatIntelligence/indicators: appendTags/action query/action appendTags/action
        replaceTags/action
      Microsoft.SecurityInsights/threatIntelligence: bulkTag/action queryIndicators/action
      Microsoft.OperationalInsights/workspaces: analytics/query/action */read dataSources/read savedSearches/read
        query/read query/*/read dataSources/read
      Microsoft.OperationsManagement: solutions/read
      Microsoft.OperationalInsights: querypacks/*/read
      Microsoft.Insights: workbooks/read myworkbooks/read alertRules/*
      Microsoft.Authorization: */read
      Microsoft.Resources: deployments/* subscriptions/resourceGroups/read
      Microsoft.Support: *`,
    notActions: `
      Microsoft.SecurityInsights: cases/*/Delete incidents/*/Delete ConfidentialWatchlists/*
      Microsoft.OperationalInsights: workspaces/query/ConfidentialWatchlist/*`,
  },
  {
    id: "8d289c81-5878-46d4-8554-54e1e3d8b5cb",
    name: "Microsoft Sentinel Reader",
    does: "View incidents, workbooks and settings of Microsoft Sentinel.",
    actions: `
      Microsoft.SecurityInsights: */read dataConnectorsCheckRequirements/action
        threatIntelligence/indicators/query/action threatIntelligence/queryIndicators/action
      Microsoft.OperationalInsights/workspaces: analytics/query/action */read LinkedServices/read savedSearches/read
        query/read query/*/read dataSources/read
      Microsoft.OperationsManagement: solutions/read
      Microsoft.OperationalInsights: querypacks/*/read
      Microsoft.Insights: workbooks/read myworkbooks/read alertRules/*
      Microsoft.Authorization: */read
      Microsoft.Resources: deployments/* subscriptions/resourceGroups/read templateSpecs/*/read
      Microsoft.Support: *`,
    notActions: `
      Microsoft.SecurityInsights: ConfidentialWatchlists/*
      Microsoft.OperationalInsights: workspaces/query/ConfidentialWatchlist/*`,
  },
  {
    id: "f4c81013-99ee-4d62-a7ee-b3f1f648599a",
    name: "Microsoft Sentinel Automation Contributor",
    does: "Lets Microsoft Sentinel add playbooks to automation rules.",
    actions: `
      Microsoft.Authorization: */read
      Microsoft.Logic: workflows/triggers/read workflows/triggers/listCallbackUrl/action workflows/runs/read
      Microsoft.Web: sites/hostruntime/webhooks/api/workflows/triggers/read
        sites/hostruntime/webhooks/api/workflows/triggers/listCallbackUrl/action
        sites/hostruntime/webhooks/api/workflows/runs/read`,
  },
];
