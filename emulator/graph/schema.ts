import type { Credential, Group, ServicePrincipal, User } from "../world";
import type { Entry, Kind } from "./directory";
import { badRequest, notImplemented } from "./errors";

export type Properties = Record<string, unknown>;

export type Schema = {
  /** Without the namespace `microsoft.graph`. */
  type: string;
  /** As `@odata.context` calls a set of them. */
  set: string;
  /** Everything that a world knows, under Graph's names. */
  properties: readonly string[];
  /** Of these, what comes only when `$select` asks for it. */
  onSelect: readonly string[];
  /** Real properties that no world holds: asking for one is refused as not implemented, never answered with null. */
  notHeld: readonly string[];
};

const userProperties = ({
  id,
  displayName,
  userPrincipalName,
  mail,
  jobTitle,
  accountEnabled,
  userType,
  externalUserState,
  onPremisesSyncEnabled,
}: User) => ({
  businessPhones: [],
  displayName,
  givenName: null,
  jobTitle,
  mail,
  mobilePhone: null,
  officeLocation: null,
  preferredLanguage: null,
  surname: null,
  userPrincipalName,
  id,
  accountEnabled,
  userType,
  externalUserState,
  onPremisesSyncEnabled,
});

/** What `User.ReadBasic.All` shows. */
export const basicProfile: ReadonlySet<string> = new Set([
  "id",
  "displayName",
  "givenName",
  "surname",
  "mail",
  "userPrincipalName",
]);

const groupProperties = (group: Group) => ({
  id: group.id,
  deletedDateTime: null,
  classification: null,
  description: group.description,
  displayName: group.displayName,
  groupTypes: group.groupTypes,
  isAssignableToRole: group.isAssignableToRole,
  mailEnabled: group.mailEnabled,
  membershipRule: group.membershipRule,
  membershipRuleProcessingState: group.groupTypes.includes("DynamicMembership") ? "On" : null,
  onPremisesSyncEnabled: group.onPremisesSyncEnabled,
  securityEnabled: group.securityEnabled,
  visibility: group.visibility,
});

export const passwordCredential = ({ displayName, endDateTime, keyId, startDateTime }: Credential) => ({
  customKeyIdentifier: null,
  displayName,
  endDateTime,
  hint: null,
  keyId,
  secretText: null,
  startDateTime,
});

export const keyCredential = ({ displayName, endDateTime, keyId, startDateTime }: Credential) => ({
  customKeyIdentifier: null,
  displayName,
  endDateTime,
  key: null,
  keyId,
  startDateTime,
  type: "AsymmetricX509Cert",
  usage: "Verify",
});

const servicePrincipalProperties = (principal: ServicePrincipal) => ({
  id: principal.id,
  deletedDateTime: null,
  accountEnabled: principal.accountEnabled,
  appDisplayName: principal.displayName,
  appId: principal.appId,
  appOwnerOrganizationId: principal.appOwnerOrganizationId,
  displayName: principal.displayName,
  servicePrincipalNames: [principal.appId],
  servicePrincipalType: principal.servicePrincipalType,
  signInAudience: principal.signInAudience ?? "AzureADMyOrg",
  keyCredentials: principal.keyCredentials.map(keyCredential),
  passwordCredentials: principal.passwordCredentials.map(passwordCredential),
});

export const propertiesOf = ({ kind, row }: Entry): Properties => {
  switch (kind) {
    case "user":
      return userProperties(row);
    case "group":
      return groupProperties(row);
    case "servicePrincipal":
      return servicePrincipalProperties(row);
  }
};

const words = (text: string): string[] => text.split(/\s+/);

export const schemas: Record<Kind, Schema> = {
  user: {
    type: "user",
    set: "users",
    properties: words(
      `businessPhones displayName givenName jobTitle mail mobilePhone officeLocation preferredLanguage surname
       userPrincipalName id accountEnabled userType externalUserState onPremisesSyncEnabled`,
    ),
    onSelect: ["accountEnabled", "userType", "externalUserState", "onPremisesSyncEnabled"],
    notHeld: words(
      `aboutMe ageGroup assignedLicenses assignedPlans authorizationInfo birthday city companyName consentProvidedForMinor
       country createdDateTime creationType customSecurityAttributes deletedDateTime department employeeHireDate employeeId
       employeeOrgData employeeType externalUserStateChangeDateTime faxNumber hireDate identities imAddresses
       isManagementRestricted isResourceAccount lastPasswordChangeDateTime licenseAssignmentStates mailNickname
       onPremisesDistinguishedName onPremisesDomainName onPremisesImmutableId onPremisesLastSyncDateTime
       onPremisesSamAccountName onPremisesSecurityIdentifier onPremisesUserPrincipalName otherMails passwordPolicies
       postalCode proxyAddresses securityIdentifier showInAddressList signInActivity signInSessionsValidFromDateTime
       state streetAddress usageLocation`,
    ),
  },
  group: {
    type: "group",
    set: "groups",
    properties: words(
      `id deletedDateTime classification description displayName groupTypes isAssignableToRole mailEnabled membershipRule
       membershipRuleProcessingState onPremisesSyncEnabled securityEnabled visibility`,
    ),
    onSelect: [],
    notHeld: words(
      `assignedLabels assignedLicenses createdDateTime creationOptions expirationDateTime isManagementRestricted mail
       mailNickname onPremisesLastSyncDateTime onPremisesSamAccountName onPremisesSecurityIdentifier preferredDataLocation
       preferredLanguage proxyAddresses renewedDateTime resourceProvisioningOptions securityIdentifier theme`,
    ),
  },
  servicePrincipal: {
    type: "servicePrincipal",
    set: "servicePrincipals",
    properties: words(
      `id deletedDateTime accountEnabled appDisplayName appId appOwnerOrganizationId displayName servicePrincipalNames
       servicePrincipalType signInAudience keyCredentials passwordCredentials`,
    ),
    onSelect: [],
    notHeld: words(
      `addIns alternativeNames appDescription appRoleAssignmentRequired appRoles applicationTemplateId createdDateTime
       customSecurityAttributes description disabledByMicrosoftStatus homepage info loginUrl logoutUrl notes
       notificationEmailAddresses oauth2PermissionScopes preferredSingleSignOnMode replyUrls tags
       tokenEncryptionKeyId verifiedPublisher`,
    ),
  },
};

/** The property's proper spelling in each schema that has it; throws if none has. */
export const findProperty = (name: string, among: readonly Schema[], where: string): string => {
  const wanted = name.toLowerCase();
  for (const { properties } of among) {
    const found = properties.find((property) => property.toLowerCase() === wanted);
    if (found) return found;
  }
  if (among.some(({ notHeld }) => notHeld.some((property) => property.toLowerCase() === wanted)))
    throw notImplemented(`the property '${name}' (in ${where})`);
  const type = among.length === 1 && among[0] ? among[0].type : "directoryObject";
  throw badRequest(`Could not find a property named '${name}' on type 'microsoft.graph.${type}' (in ${where}).`);
};
