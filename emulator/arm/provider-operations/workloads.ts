import type { NamespaceText } from "./notation";

/** Namespaces in which customers run something. */
export const workloads: readonly NamespaceText[] = [
  {
    name: "Microsoft.Compute",
    displayName: "Microsoft Compute",
    types: `
      . - register unregister
      virtualMachines rwd capture deallocate generalize installPatches powerOff redeploy reimage restart
      virtualMachines - retrieveBootDiagnosticsData runCommand start
      virtualMachines data - WACloginAsAdmin login loginAsAdmin
      virtualMachines/extensions rwd
      virtualMachines/runCommands rwd
      virtualMachineScaleSets rwd deallocate delete powerOff redeploy reimage restart start
      disks rwd beginGetAccess endGetAccess
      disks data - download upload
      snapshots rwd beginGetAccess endGetAccess
      snapshots data - download upload
      availabilitySets rwd
      sshPublicKeys rwd generateKeyPair`,
  },
  {
    name: "Microsoft.ContainerService",
    displayName: "Microsoft Container Service",
    types: `
      managedClusters rwd listClusterAdminCredential listClusterUserCredential
      managedClusters - privateEndpointConnectionsApproval resetAADProfile resetServicePrincipalProfile
      managedClusters - rotateClusterCertificates runcommand start stop
      managedClusters/agentPools rwd deleteMachines upgradeNodeImageVersion
      managedClusters/accessProfiles r listCredential
      managedClusters/pods wd exec
      managedClusters/pods data r
      managedClusters/secrets rwd`,
  },
  {
    name: "Microsoft.DesktopVirtualization",
    displayName: "Microsoft Desktop Virtualization",
    types: `
      hostpools rwd doNotUseInternalAPI expandmsiximage listRegistrationTokens retrieveRegistrationToken update
      hostpools/sessionhosts rwd retryprovisioning
      hostpools/sessionhosts/usersessions rd disconnect sendMessage
      applicationgroups rwd
      applicationgroups data - useApplications
      workspaces rwd`,
  },
  {
    name: "Microsoft.Logic",
    displayName: "Microsoft Logic",
    types: `
      workflows rwd disable enable listCallbackUrl listSwagger regenerateAccessKey run suspend validate
      workflows/triggers r listCallbackUrl reset run setState
      workflows/runs rd cancel
      workflows/accessKeys rwd list regenerate`,
  },
  {
    name: "Microsoft.Sql",
    displayName: "Microsoft Sql",
    types: `
      servers rwd VulnerabilityAssessmentScans import privateEndpointConnectionsApproval
      servers - refreshExternalGovernanceStatus tdeCertificates upgrade
      servers/databases rwd VulnerabilityAssessmentScans export failover import pause restorePoints resume
      servers/databases - upgradeDataWarehouse
      servers/firewallRules rwd
      servers/administrators rwd
      servers/azureADOnlyAuthentications rwd
      servers/databases/transparentDataEncryption rw resume suspend
      servers/databases/auditingSettings rw
      managedInstances rwd failover reevaluateInaccessibleDatabaseState refreshExternalGovernanceStatus start
      managedInstances - stop tdeCertificates validateAzureKeyVaultEncryptionKey`,
  },
  {
    name: "Microsoft.Web",
    displayName: "Microsoft Web",
    types: `
      sites rwd backup listbackups newpassword publish publishxml restart slotsswap start stop
      sites/config rwd list
      sites/functions rwd listSecrets listkeys
      sites/sourcecontrols rwd
      serverfarms rwd join restartSites
      publishingUsers rw`,
  },
];
