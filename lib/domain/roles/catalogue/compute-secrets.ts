import type { Families } from "./family";

/** Machines, clusters, and the networks that lead to them. */
export const computeSecrets: Families = {
  "Microsoft.Compute": {
    diskExport:
      "{disks,snapshots,virtualMachineScaleSets/disks,restorePointCollections/restorePoints/diskRestorePoints}/beginGetAccess",
    sas: "{virtualMachines,virtualMachineScaleSets/virtualMachines}/retrieveBootDiagnosticsData",
    password: "sshPublicKeys/generateKeyPair",
  },
  "Microsoft.ElasticSan/elasticSans": { diskExport: "volumeGroups/snapshots/beginGetAccess" },
  "Microsoft.RecoveryServices/vaults": {
    token: "backupFabrics/protectionContainers/protectedItems/recoveryPoints/accessToken",
  },

  "Microsoft.ContainerService": {
    clusterAdmin: "managedClusters/listClusterAdminCredential",
    clusterUser:
      "managedClusters/{listClusterUserCredential,listClusterMonitoringUserCredential} managedClusters/{accessProfiles,managedNamespaces}/listCredential fleets/listCredentials aiManagers/{,namespaces/}listCredential",
  },
  "Microsoft.RedHatOpenShift/openShiftClusters": { clusterAdmin: "listAdminCredentials listCredentials" },
  "Microsoft.HybridContainerService/provisionedClusterInstances": {
    clusterAdmin: "listAdminKubeconfig",
    clusterUser: "listUserKubeconfig",
  },
  "Microsoft.Kubernetes/connectedClusters": { clusterUser: "listClusterUserCredential{,s}" },
  "Microsoft.KubernetesConfiguration/namespaces": { clusterUser: "listUserCredential" },
  "Microsoft.ResourceConnector/appliances": { clusterUser: "listClusterUserCredential", accessKey: "listKeys" },

  "Microsoft.ContainerRegistry/registries": {
    registryPassword: "listCredentials generateCredentials regenerateCredential",
    sas: "runs/listLogSasUrl",
    secret: "webhooks/getCallbackConfig",
  },

  "Microsoft.AVS/privateClouds": { password: "listAdminCredentials" },
  "Microsoft.AzureStack/registrations": { joinKey: "getActivationKey" },
  "Microsoft.AzureStackHCI/clusters": { password: "arcSettings/generatePassword" },
  "Microsoft.HybridConnectivity/endpoints": { password: "listCredentials listIngressGatewayCredentials" },
  "Microsoft.DesktopVirtualization/hostPools": { joinKey: "listRegistrationTokens retrieveRegistrationToken" },
  "Microsoft.DataBoxEdge/dataBoxEdgeDevices": { sas: "publishers/offers/skus/versions/generateSasToken" },
  "Microsoft.Databox/jobs": { password: "listCredentials", secret: "listSecrets" },
  "Microsoft.Migrate/modernizeProjects": { secret: "workloadDeployments/getSecrets" },

  "Microsoft.Network": {
    sessionLink: "bastionHosts/getShareableLinks",
    sharedKey: "connections/getIkeSas",
    vpnProfile: "{p2sVpnGateways,virtualWans}/generateVpnProfile",
  },
};
