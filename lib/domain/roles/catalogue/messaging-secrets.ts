import type { Families } from "./family";

const ruleKeys = "authorizationRules/{listKeys,regenerateKeys}";

/** Queues, events, devices, and what watches them. */
export const messagingSecrets: Families = {
  "Microsoft.EventHub/namespaces": {
    accessKey: `{,eventHubs/}${ruleKeys} disasterRecoveryConfigs/authorizationRules/listKeys`,
  },
  "Microsoft.ServiceBus/namespaces": {
    accessKey: `{,queues/,topics/}${ruleKeys} disasterRecoveryConfigs/authorizationRules/listKeys`,
  },
  "Microsoft.Relay/namespaces": { accessKey: `{,hybridConnections/,wcfRelays/}${ruleKeys}` },
  "Microsoft.NotificationHubs/namespaces": {
    accessKey: `{,notificationHubs/}${ruleKeys}`,
    secret: "notificationHubs/pnsCredentials",
  },
  "Microsoft.EventGrid": {
    accessKey: "{domains,namespaces,partnerNamespaces,topics}/{listKeys,regenerateKey} namespaces/topics/listKeys",
  },
  "Microsoft.SignalRService": { accessKey: "{SignalR,WebPubSub}/{listKeys,regenerateKey}" },
  "Microsoft.FluidRelay/fluidRelayServers": { accessKey: "listKeys regenerateKey" },
  "Microsoft.Communication/communicationServices": { accessKey: "listKeys regenerateKey" },
  "Microsoft.Devices": {
    accessKey: "{iotHubs,iotHubs/iotHubKeys,provisioningServices,provisioningServices/keys}/listKeys",
    deviceKeys: "iotHubs/exportDevices",
  },
  "Microsoft.OperationalInsights/workspaces": {
    accessKey: "listKeys regenerateSharedKey sharedKeys sharedKeys/read",
  },
  "Microsoft.Datadog/monitors": { accessKey: "getDefaultKey listApiKeys" },
};
