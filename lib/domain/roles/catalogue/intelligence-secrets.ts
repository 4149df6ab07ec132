import type { Families } from "./family";

/** Models, bots, maps, media: services that are called with a key. */
export const intelligenceSecrets: Families = {
  "Microsoft.CognitiveServices/accounts": { accessKey: "listKeys regenerateKey" },
  "Microsoft.InferenceService/inferenceAccounts": { accessKey: "listKeys regenerateKeys" },
  "Microsoft.MachineLearningServices/workspaces": {
    accessKey:
      "{,batchEndpoints/,computes/,endpoints/}listKeys {onlineEndpoints,serverlessEndpoints}/{listKeys,regenerateKeys}",
    storageKey: "listStorageAccountKeys",
    secret: "{connections,datastores}/listSecrets",
  },
  "Microsoft.MachineLearning": { accessKey: "workspaces/listWorkspaceKeys webServices/listKeys/read" },
  "Microsoft.Notebooks/notebookProxies": { password: "listCredentials" },
  "Microsoft.Quantum/workspaces": { accessKey: "listKeys regenerateKey" },
  "Microsoft.BotService": {
    accessKey: "botServices/channels/{listChannelWithKeys,regenerateKeys} listQnAMakerEndpointKeys",
    secret: "botServices/connections/listWithSecrets{,/write}",
  },
  "Microsoft.Maps/accounts": { accessKey: "listKeys regenerateKey", token: "listSas" },
  "Microsoft.MixedReality": {
    accessKey: "{objectAnchorsAccounts,remoteRenderingAccounts,spatialAnchorsAccounts}/{listKeys,regenerateKeys}",
  },
  "Microsoft.Media": {
    accessKey: "mediaServices/{listKeys,regenerateKey}",
    contentKey:
      "mediaServices/{assets/getEncryptionKey,streamingLocators/listContentKeys,contentKeyPolicies/getPolicyPropertiesWithSecrets}",
    sas: "mediaServices/assets/listContainerSas",
    joinKey: "videoAnalyzers/edgeModules/listProvisioningToken",
    token: "videoAnalyzers/videos/{listContentToken,listStreamingToken}",
  },
  "Microsoft.VideoIndexer/accounts": {
    token: "generate{,Extension,ExtensionRestrictedViewer,RestrictedViewer}AccessToken",
  },
};
