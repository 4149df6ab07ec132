/** A GUID whose last digits say what it is in a failing test's output. */
export const guid = (kind: string, n: number) =>
  `${kind.padStart(8, "0")}-0000-4000-8000-${String(n).padStart(12, "0")}`;

export const tenants = {
  msp: guid("a", 1),
  contoso: guid("c", 1),
  fabrikam: guid("c", 2),
  adatum: guid("c", 3),
  northwind: guid("c", 4),
  otherMsp: guid("a", 9),
};

export const people = {
  /** Owner of the MSP's own subscription, Monitoring Reader at the root, reader everywhere, may end delegations. */
  admin: guid("e", 1),
  /** Reader of Contoso and of Adatum's group, through a group inside a cycle of groups. */
  engineer: guid("e", 2),
  /** Eligible at Contoso, and nothing that is held permanently. */
  onCall: guid("e", 3),
  /** In a Microsoft 365 group that an offer names, which gives nothing. */
  nobody: guid("e", 4),
  /** Admin Agent of the partner: Owner in Fabrikam's subscription by a role assignment there. */
  agent: guid("e", 5),
  /** Contributor and User Access Administrator at Contoso. */
  operator: guid("e", 6),
  /** Reader of Adatum's delegated resource group only. */
  groupReader: guid("e", 7),
};
export const groups = {
  engineers: guid("f", 1),
  tierTwo: guid("f", 2),
  office: guid("f", 3),
  deleted: guid("f", 4),
  agents: guid("f", 5),
};
export const servicePrincipals = { bot: guid("d", 1), botApp: guid("d", 101), contosoIdentity: guid("d", 2) };

export const subscriptions = {
  own: guid("5", 1),
  ownUnregistered: guid("5", 2),
  contoso: guid("5", 11),
  contosoSecond: guid("5", 12),
  fabrikam: guid("5", 21),
  adatum: guid("5", 31),
  /** Exists, and was never delegated. */
  northwind: guid("5", 41),
};

export const roles = {
  reader: "acdd72a7-3385-48ef-bd42-f606fba81ae7",
  contributor: "b24988ac-6180-42a0-ab88-20f7382dd24c",
  owner: "8e3af657-a8ff-443c-a75c-2fe8c4bcb635",
  userAccessAdministrator: "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9",
  monitoringReader: "43d0d8ad-25c7-4714-9337-8ba259a9fe05",
  assignmentDelete: "91c1777a-f3dc-4fae-b103-61d183457e46",
  logAnalyticsContributor: "92aaf0da-9dab-42b6-94a3-d43ce8d16293",
  accessControlAdministrator: "f58310d9-a9f6-439a-9e8d-f62e7b41a168",
  inferenceOperator: "360cab3d-4340-4c96-816d-682fbd52b3e2",
  /** Invented: its second entry grants what its first one leaves out. */
  twoEntries: guid("b", 1),
  custom: guid("b", 2),
};

export const definitions = {
  contoso: guid("2", 1),
  fabrikam: guid("2", 2),
  adatum: guid("2", 3),
  otherMsp: guid("2", 4),
};
export const assignments = {
  contoso: guid("8", 1),
  contosoSecond: guid("8", 2),
  fabrikam: guid("8", 3),
  adatum: guid("8", 4),
  otherMsp: guid("8", 5),
};
export const roleAssignments = {
  ownOwner: guid("9", 1),
  rootReader: guid("9", 2),
  customersOwn: guid("9", 3),
  agents: guid("9", 4),
  identity: guid("9", 5),
};

export const contosoIdentityId = `/subscriptions/${subscriptions.contoso}/resourceGroups/rg-policy/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-policy`;
