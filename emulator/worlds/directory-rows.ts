import type { Credential, Group, Persona, ServicePrincipal, User } from "../world";
import type { Ground } from "./ground";

/** Whatever can be named in an authorization. */
export type Principal = { id: string; displayName: string };

export function user(ground: Ground, name: string, jobTitle: string, more: Partial<User> = {}): User {
  const userPrincipalName = more.userPrincipalName ?? `${mailName(name)}@relecloud.example`;
  const row: User = {
    id: ground.guid("user", userPrincipalName),
    displayName: name,
    userPrincipalName,
    mail: userPrincipalName,
    jobTitle,
    accountEnabled: true,
    userType: "Member",
    externalUserState: null,
    onPremisesSyncEnabled: null,
    ...more,
  };
  ground.world.users.set(row.id.toLowerCase(), row);
  return row;
}

/** "Ines Marlow" becomes i.marlow. */
export function mailName(name: string): string {
  const [first = "", ...rest] = name
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^a-z ]/g, "")
    .split(" ")
    .filter(Boolean);
  return rest.length === 0 ? first : `${first.slice(0, 1)}.${rest.join("")}`;
}

type GroupParts = Partial<Omit<Group, "members" | "owners">> & { members?: Principal[]; owners?: Principal[] };

export function group(ground: Ground, name: string, { members = [], owners = [], ...more }: GroupParts = {}): Group {
  const row: Group = {
    id: ground.guid("group", name),
    displayName: name,
    description: null,
    securityEnabled: true,
    mailEnabled: false,
    groupTypes: [],
    isAssignableToRole: null,
    membershipRule: null,
    visibility: null,
    onPremisesSyncEnabled: null,
    members: members.map(({ id }) => id),
    owners: owners.map(({ id }) => id),
    ...more,
  };
  ground.world.groups.set(row.id.toLowerCase(), row);
  return row;
}

export function servicePrincipal(ground: Ground, name: string, more: Partial<ServicePrincipal> = {}): ServicePrincipal {
  const row: ServicePrincipal = {
    id: ground.guid("service principal", name),
    displayName: name,
    appId: ground.guid("application", name),
    servicePrincipalType: "Application",
    accountEnabled: true,
    appOwnerOrganizationId: ground.world.id,
    keyCredentials: [],
    passwordCredentials: [],
    owners: [],
    ...more,
  };
  ground.world.servicePrincipals.set(row.id.toLowerCase(), row);
  return row;
}

export const credential = (ground: Ground, name: string, from: number, until: number): Credential => ({
  keyId: ground.guid("credential", name),
  displayName: name,
  startDateTime: ground.daysAgo(from),
  endDateTime: ground.daysAgo(-until),
});

/**
 * The service principal with which scripts sign in. Its secret opens the door here; in the directory stands the
 * certificate that such an account should have, so that it is no finding of its own.
 */
export const scriptAccount = (ground: Ground, owners: Principal[]): ServicePrincipal =>
  servicePrincipal(ground, "sp-inventory-reader", {
    keyCredentials: [credential(ground, "CN=sp-inventory-reader", 30, 150)],
    owners: owners.map(({ id }) => id),
    secret: "not-a-real-secret-inventory-reader",
  });

export const persona = ({ id, displayName, jobTitle }: User, shows: string): Persona => ({
  objectId: id,
  name: displayName,
  title: jobTitle ?? "",
  shows,
});
