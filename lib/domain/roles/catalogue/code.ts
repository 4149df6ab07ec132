import type { Families } from "./family";

const appCode = "{write,config/write,publish,functions/write,sourceControls/write,deployWorkflowArtifacts}";

/** Operations that run code of the caller's choosing, or leave it where it will run. */
export const codeOperations: Families = {
  "Microsoft.Compute": {
    code: "{virtualMachines,virtualMachineScaleSets/virtualMachines}/{runCommand,runCommands/write,extensions/write} virtualMachineScaleSets/extensions/write",
  },
  "Microsoft.HybridCompute/machines": { code: "{runCommands,extensions}/write" },
  "Microsoft.ConnectedVMwarevSphere/virtualMachines": { code: "extensions/write" },
  "Microsoft.AzureStackHCI": { code: "{virtualMachines,clusters/arcSettings}/extensions/write" },
  "Microsoft.NetworkCloud/bareMetalMachines": { code: "runCommand" },
  "Microsoft.AVS/privateClouds": { code: "scriptExecutions/write" },
  "Microsoft.GuestConfiguration": { code: "guestConfigurationAssignments/write" },
  "Microsoft.SerialConsole/serialPorts": { code: "connect" },
  "Microsoft.VirtualMachineImages/imageTemplates": { code: "run" },
  "Microsoft.DesktopVirtualization": {
    desktop:
      "applicationGroups/{,applications/,desktops/}write hostPools/{,sessionHosts/,msixPackages/}write appAttachPackages/write",
  },

  "Microsoft.ContainerService/managedClusters": { code: "runCommand" },
  "Microsoft.KubernetesConfiguration": { code: "{extensions,fluxConfigurations}/write" },
  "Microsoft.ContainerInstance/containerGroups": { code: "containers/exec" },
  "Microsoft.ContainerRegistry/registries": { code: "tasks/write scheduleRun" },
  "Microsoft.App": { code: "containerApps/exec jobs/start" },
  "Microsoft.Web/sites": { code: `${appCode} slots/${appCode} hostruntime/vfs/write` },

  "Microsoft.Automation/automationAccounts": {
    automation:
      "{jobs,jobSchedules,webhooks,runbooks,runbooks/draft,runbooks/draft/content,runbooks/draft/testJob}/write",
  },
  "Microsoft.Logic/workflows": { automation: "write" },
  "Microsoft.DataFactory/factories": { code: "pipelines/createRun" },
  "Microsoft.Batch/batchAccounts": { code: "pools/write" },
  "Microsoft.HDInsight/clusters": { code: "executeScriptActions" },
  "Microsoft.MachineLearningServices/workspaces": { code: "{computes,jobs}/write" },
  "Microsoft.Resources": { code: "deploymentScripts/write" },
};
