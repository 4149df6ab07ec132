import type { Families } from "./family";

/** The same among data actions. No delegation carries them; a role assigned in the customer's own tenant can. */
export const dataPlaneOperations: Families = {
  "Microsoft.KeyVault/vaults": { secret: "secrets/getSecret keys/release" },
  "Microsoft.ApiCenter/services": { secret: "workspaces/apis/versions/securityRequirements/getCredentials" },
  "Microsoft.SignalRService/SignalR": { accessKey: "auth/accessKey" },

  "Microsoft.Compute/virtualMachines": { code: "login loginAsAdmin wacLoginAsAdmin" },
  "Microsoft.HybridCompute/machines": { code: "login loginAsAdmin wacLoginAsAdmin" },
  "Microsoft.ConnectedVMwarevSphere/virtualMachines": { code: "wacLoginAsAdmin" },
  "Microsoft.AzureStackHCI/clusters": { code: "wacLoginAsAdmin" },
  "Microsoft.ContainerService/managedClusters": { code: "pods/exec" },
  "Microsoft.Kubernetes/connectedClusters": { code: "pods/exec" },
  "Microsoft.App": { code: "{containerApps,jobs}/exec sessionPools/interpreters/execute" },
};
