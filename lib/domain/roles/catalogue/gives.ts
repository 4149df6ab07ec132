/** What an operation hands to whoever may call it, in words that follow "gives". */
export const givesWords = {
  storageKey: "the keys of a storage account, which open all its data",
  storageSas: "a signed address (SAS) to the data of a storage account",
  accessKey: "keys that open the service and its data",
  connectionString: "connection strings with the password in them",
  appSettings: "app settings, where connection strings and passwords are kept",
  publishProfile: "the publishing profile, whose password puts code on the app",
  functionKey: "the keys that call functions",
  callbackUrl: "an address that runs the workflow without signing in",
  clusterAdmin: "the administrator's credential of a cluster",
  clusterUser: "a user's credential of a cluster",
  registryPassword: "the password of a container registry",
  password: "a password or credential",
  token: "a token that stands for a sign-in",
  secret: "stored secrets, such as client secrets and environment variables",
  diskExport: "a download of a whole disk",
  sas: "a signed address (SAS) to stored files",
  deviceKeys: "the keys of all devices",
  joinKey: "a key or token with which a machine joins as one of the customer's",
  vpnProfile: "a VPN profile into the network",
  sharedKey: "the shared key or security association of a connection",
  sessionLink: "a link that opens a session on a machine",
  contentKey: "the keys of encrypted content",
  code: "a way to run code",
  roleAssignment: "the right to assign roles",
  roleDefinition: "the right to change what a role allows",
  policy: "the right to write policies, which can deploy with an identity of their own",
  identity: "the right to act as a managed identity",
} as const;

export type Gives = keyof typeof givesWords;

export type CataloguedOperation = Readonly<{ operation: string; gives: Gives }>;

/** What makes a role reach everything: level 5. All else in the catalogue is level 4. */
export const isControl = (gives: Gives): boolean =>
  gives === "roleAssignment" || gives === "roleDefinition" || gives === "policy" || gives === "identity";

/** A key, password, token or file that opens something else; neither code nor control over roles. */
export const isSecret = (gives: Gives): boolean => gives !== "code" && !isControl(gives);
