import type { RoleText } from "../role-text";

export const computeRoles: readonly RoleText[] = [
  {
    id: "9980e02c-c2be-4d73-94e8-173b1dc7cf3c",
    name: "Virtual Machine Contributor",
    does: "Manage virtual machines; not their network or storage account.",
    actions: `
      Microsoft.Authorization: */read
      Microsoft.Compute: availabilitySets/* locations/* virtualMachines/* virtualMachineScaleSets/* cloudServices/*
        disks/write disks/read disks/delete hostgroups/write hostgroups/hosts/write
      Microsoft.DevTestLab: schedules/*
      Microsoft.Insights: alertRules/*
      Microsoft.Network: applicationGateways/backendAddressPools/join/action locations/* networkInterfaces/*
        networkSecurityGroups/join/action networkSecurityGroups/read publicIPAddresses/join/action
        publicIPAddresses/read virtualNetworks/read virtualNetworks/subnets/join/action
      Microsoft.Network/loadBalancers: backendAddressPools/join/action inboundNatPools/join/action
        inboundNatRules/join/action probes/join/action read
      Microsoft.RecoveryServices: locations/*
      Microsoft.RecoveryServices/Vaults/backupFabrics: backupProtectionIntent/write
        protectionContainers/protectedItems/*/read protectionContainers/protectedItems/read
        protectionContainers/protectedItems/write
      Microsoft.RecoveryServices/Vaults: backupPolicies/read backupPolicies/write read usages/read write
      Microsoft.ResourceHealth: availabilityStatuses/read
      Microsoft.Resources: deployments/* subscriptions/resourceGroups/read
      Microsoft.SerialConsole: serialPorts/connect/action
      Microsoft.SqlVirtualMachine: *
      Microsoft.Storage: storageAccounts/listKeys/action storageAccounts/read
      Microsoft.Support: *`,
  },
  {
    id: "082f0a83-3be5-4ba1-904c-961cca79b387",
    name: "Desktop Virtualization Contributor",
    does: "Manage Azure Virtual Desktop.",
    actions: `
      Microsoft.DesktopVirtualization: *
      Microsoft.Resources: subscriptions/resourceGroups/read deployments/*
      Microsoft.Authorization: */read
      Microsoft.Insights: alertRules/*
      Microsoft.Support: *`,
  },
  {
    id: "40c5ff49-9181-41f8-ae61-143b0e78555e",
    name: "Desktop Virtualization Power On Off Contributor",
    does: "Start and stop the virtual machines of host pools.",
    actions: `
      Microsoft.Authorization: */read
      Microsoft.AzureStackHCI: operations/read
      Microsoft.AzureStackHCI/virtualMachineInstances: read restart/action start/action stop/action
      Microsoft.Compute/virtualMachines: deallocate/action instanceView/read powerOff/action read restart/action
        start/action
      Microsoft.ComputeSchedule/locations: virtualMachinesCancelOperations/action
        virtualMachinesExecuteDeallocate/action virtualMachinesExecuteHibernate/action
        virtualMachinesExecuteStart/action virtualMachinesGetOperationErrors/action
        virtualMachinesGetOperationStatus/action virtualMachinesSubmitDeallocate/action
        virtualMachinesSubmitHibernate/action virtualMachinesSubmitStart/action
      Microsoft.ComputeSchedule: register/action
      Microsoft.DesktopVirtualization/hostpools: read write
      Microsoft.DesktopVirtualization/hostpools/sessionhosts: read usersessions/delete usersessions/read
        usersessions/sendMessage/action write
      Microsoft.HybridCompute: locations/operationresults/read locations/operationstatus/read machines/read
        operations/read
      Microsoft.Insights: alertRules/* eventtypes/values/read
      Microsoft.Resources: deployments/* subscriptions/resourceGroups/read`,
  },
  {
    id: "7efff54f-a5b4-42b5-a1c5-5411624893ce",
    name: "Disk Snapshot Contributor",
    does: "Take and manage disk snapshots for backup vaults.",
    actions: `
      Microsoft.Authorization: */read
      Microsoft.Resources: subscriptions/resourceGroups/read
      Microsoft.Compute/snapshots: delete write read beginGetAccess/action endGetAccess/action
      Microsoft.Compute: disks/beginGetAccess/action
      Microsoft.Storage/storageAccounts: listkeys/action write read delete`,
  },
  {
    id: "0ab0b1a8-8aac-4efd-b8c2-3ee1fb270be8",
    name: "Azure Kubernetes Service Cluster Admin Role",
    does: "List the cluster administrator credential.",
    actions: `
      Microsoft.ContainerService/managedClusters: listClusterAdminCredential/action
        accessProfiles/listCredential/action read runcommand/action`,
  },
  {
    id: "ed7f3fbd-7b88-4dd4-9017-9adb7ce333f8",
    name: "Azure Kubernetes Service Contributor Role",
    does: "Read and write managed clusters.",
    actions: `
      Microsoft.Authorization: */read
      Microsoft.ContainerService: locations/* managedClusters/* managedclustersnapshots/* snapshots/*
        deploymentSafeguards/*
      Microsoft.Insights: alertRules/*
      Microsoft.Resources: deployments/* subscriptions/resourceGroups/read`,
  },
  {
    id: "95dd08a6-00bd-4661-84bf-f6726f83a4d0",
    name: "Azure Container Storage Contributor",
    does: "Install Azure Container Storage, with role assignments limited by a condition.",
    actions: `
      Microsoft.KubernetesConfiguration/extensions: write read delete operations/read
      Microsoft.Authorization: */read
      Microsoft.Resources: subscriptions/resourceGroups/read subscriptions/read deployments/*
      Microsoft.Management: managementGroups/read
      Microsoft.Support: *`,
    also: [
      {
        actions: "Microsoft.Authorization: roleAssignments/write roleAssignments/delete",
        condition:
          "((!(ActionMatches{'Microsoft.Authorization/roleAssignments/write'})) OR (@Request[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals{08d4c71acc634ce4a9c85dd251b4d619})) AND ((!(ActionMatches{'Microsoft.Authorization/roleAssignments/delete'})) OR (@Resource[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals{08d4c71acc634ce4a9c85dd251b4d619}))",
        conditionVersion: "2.0",
      },
    ],
  },
  {
    id: "cd570a14-e51a-42ad-bac8-bafd67325302",
    name: "Azure Connected Machine Resource Administrator",
    does: "Read, write, delete and re-onboard Arc machines.",
    actions: `
      Microsoft.HybridCompute/machines: * extensions/* licenseProfiles/* runCommands/* UpgradeExtensions/action
      Microsoft.HybridCompute: settings/* gateways/* privateLinkScopes/* licenses/* locations/* */read
      Microsoft.Resources: deployments/*`,
  },
  {
    id: "f353d9bd-d4a6-484e-a77a-8050b599b867",
    name: "Automation Contributor",
    does: "Manage Automation accounts and everything in them.",
    actions: `
      Microsoft.Automation: automationAccounts/*
      Microsoft.Authorization: */read
      Microsoft.Resources: deployments/* subscriptions/resourceGroups/read
      Microsoft.Support: *
      Microsoft.Insights: ActionGroups/* ActivityLogAlerts/* MetricAlerts/* ScheduledQueryRules/*
        diagnosticSettings/*
      Microsoft.OperationalInsights: workspaces/sharedKeys/action`,
  },
  {
    id: "d3881f73-407a-4167-8283-e981cbba0404",
    name: "Automation Operator",
    does: "Start, stop, suspend and resume runbook jobs.",
    actions: `
      Microsoft.Authorization: */read
      Microsoft.Automation/automationAccounts: hybridRunbookWorkerGroups/read jobSchedules/read jobSchedules/write
        linkedWorkspace/read read runbooks/read schedules/read schedules/write
      Microsoft.Automation/automationAccounts/jobs: read resume/action stop/action streams/read suspend/action write
        output/read
      Microsoft.Insights: alertRules/*
      Microsoft.ResourceHealth: availabilityStatuses/read
      Microsoft.Resources: deployments/* subscriptions/resourceGroups/read
      Microsoft.Support: *`,
  },
  {
    id: "f1a07417-d97a-45cb-824c-7a7467783830",
    name: "Managed Identity Operator",
    does: "Read and assign user-assigned identities.",
    actions: `
      Microsoft.ManagedIdentity: userAssignedIdentities/*/read userAssignedIdentities/*/assign/action
      Microsoft.Authorization: */read
      Microsoft.Insights: alertRules/*
      Microsoft.Resources: subscriptions/resourceGroups/read deployments/*
      Microsoft.Support: *`,
  },
  {
    id: "e40ec5ca-96e0-45a2-b4ff-59039f2c2b59",
    name: "Managed Identity Contributor",
    does: "Create, read, change and delete user-assigned identities.",
    actions: `
      Microsoft.ManagedIdentity/userAssignedIdentities: read write delete federatedIdentityCredentials/read
        federatedIdentityCredentials/write federatedIdentityCredentials/delete revokeTokens/action
      Microsoft.Authorization: */read
      Microsoft.Insights: alertRules/*
      Microsoft.Resources: subscriptions/resourceGroups/read deployments/*
      Microsoft.Support: *`,
  },
  {
    id: "360cab3d-4340-4c96-816d-682fbd52b3e2",
    name: "Inference Account Operator",
    does: "Manage inference accounts without running inference.",
    actions: `
      Microsoft.InferenceService/inferenceAccounts: write read delete listKeys/action regenerateKeys/action`,
    notDataActions: "Microsoft.InferenceService: inferenceAccounts/invoke/*",
  },
];
