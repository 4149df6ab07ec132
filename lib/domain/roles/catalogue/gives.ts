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
  workflowText: "the text of workflows, with the passwords and addresses that are written into them",
  code: "a way to run code",
  automation: "a way to write runbooks or workflows, which run with an identity of their own",
  desktop: "a way to put programs or machines before the users of virtual desktops",
  roleAssignment: "the right to assign roles",
  roleDefinition: "the right to change what a role allows",
  policy: "the right to write policies, which can deploy with an identity of their own",
  identity: "the right to act as a managed identity",
  federation: "the right to let an outsider sign in as a managed identity, for good",
  delegation: "the right to delegate the scope to others",
  vaultAccess: "the right to say who may read a key vault's secrets",
  databaseAdmin: "the right to become the administrator of a database server",
  identityHost: "a resource that runs code as whatever identity it is given",
  newIdentity: "a new managed identity, to which roles can be assigned",
  silence: "a way to stop logs, alerts or protection, or to erase them",
  noRecovery: "a way to delete backups, or to stop them and weaken what protects them",
  unclassified: "what its name calls a secret, and nobody has looked at yet",
} as const;

export type Gives = keyof typeof givesWords;

export type CataloguedOperation = Readonly<{ operation: string; gives: Gives }>;

const control: ReadonlySet<Gives> = new Set(["roleAssignment", "roleDefinition", "policy", "identity", "federation"]);
const running: ReadonlySet<Gives> = new Set(["code", "automation", "desktop"]);
const harm: ReadonlySet<Gives> = new Set([
  "delegation",
  "vaultAccess",
  "databaseAdmin",
  "identityHost",
  "newIdentity",
  "silence",
  "noRecovery",
  "unclassified",
]);

/** What makes a role reach everything: level 5. Secrets and code are level 4. */
export const isControl = (gives: Gives): boolean => control.has(gives);

/** A key, password, token or file that opens something else. */
export const isSecret = (gives: Gives): boolean => !control.has(gives) && !running.has(gives) && !harm.has(gives);
