import type { CredentialFacts, GroupFacts, ServicePrincipalFacts, UserFacts } from "@/lib/domain/directory";
import { moment } from "@/lib/domain/history";
import { tenantId, type TenantId } from "@/lib/domain/ids";
import type { PrincipalKind } from "@/lib/domain/principal";
import { maybe, objectOf, record, text, textOf, type Output, type Schema } from "./wire";

/** A key or password with the id that tells it from others: Graph shows the same one at several objects. */
export type Credential = CredentialFacts & Readonly<{ key: string }>;

/** What a record of Graph says beyond a name; what it leaves out, or shows as null, is undefined. */
export type Facts =
  | Readonly<{ kind: "user"; facts: UserFacts }>
  /** `hidesMembers`: without Member.Read.Hidden its list of members comes empty, and says nothing of it. */
  | Readonly<{ kind: "group"; facts: GroupFacts; hidesMembers: boolean }>
  /** `appId` and `home` lead to the application, which holds credentials too; its home is the tenant it lives in. */
  | Readonly<{
      kind: "servicePrincipal";
      facts: Omit<ServicePrincipalFacts, "credentials">;
      credentials: readonly Credential[] | undefined;
      appId: string | undefined;
      home: TenantId | undefined;
    }>;

/** One for all kinds: a relationship of Graph holds objects of several, and leaves out what a kind does not have. */
export const factsSelect =
  "id,displayName,userPrincipalName,accountEnabled,userType,groupTypes,membershipRule,securityEnabled,isAssignableToRole,visibility,appId,servicePrincipalType,appOwnerOrganizationId,signInAudience";

/** For a list of service principals alone, which takes no properties of other kinds. */
export const servicePrincipalSelect = "id,displayName,appId,accountEnabled,servicePrincipalType,appOwnerOrganizationId";

/** By kind, for objects read one by one. Keys come without being asked for; asking has a quota of its own. */
export const selects: Readonly<Record<PrincipalKind, string>> = {
  user: "id,displayName,userPrincipalName,accountEnabled,userType",
  group: "id,displayName,groupTypes,membershipRule,securityEnabled,isAssignableToRole,visibility",
  servicePrincipal: "",
};

const flag: Schema<boolean | undefined> = (raw) => (typeof raw === "boolean" ? raw : undefined);
const texts = (raw: unknown) => (Array.isArray(raw) ? raw.map((one: unknown) => textOf(one)) : undefined);

const User = record({ accountEnabled: flag, userType: text });
const Group = record({
  groupTypes: texts,
  membershipRule: text,
  securityEnabled: flag,
  isAssignableToRole: flag,
  visibility: text,
});
const ServicePrincipal = record({
  accountEnabled: flag,
  servicePrincipalType: text,
  appId: text,
  appOwnerOrganizationId: maybe(tenantId),
  signInAudience: text,
});

export function factsOf(kind: PrincipalKind, raw: unknown): Facts {
  switch (kind) {
    case "user": {
      const { accountEnabled, userType } = User(raw);
      return { kind, facts: { enabled: accountEnabled, guest: isGuest(userType) } };
    }
    case "group": {
      const wire = Group(raw);
      return { kind, facts: groupFacts(wire), hidesMembers: wire.visibility?.toLowerCase() === "hiddenmembership" };
    }
    case "servicePrincipal": {
      const wire = ServicePrincipal(raw);
      return {
        kind,
        facts: {
          type: typeOf(wire.servicePrincipalType),
          enabled: wire.accountEnabled,
          home: wire.appOwnerOrganizationId,
          multiTenant: isMultiTenant(wire.signInAudience),
        },
        credentials: credentialsIn(raw),
        appId: wire.appId,
        home: wire.appOwnerOrganizationId,
      };
    }
  }
}

const isGuest = (userType: string | undefined) =>
  userType === undefined ? undefined : userType.toLowerCase() === "guest";

/** "AzureADMyOrg" is the one audience that is a single tenant. */
const isMultiTenant = (audience: string | undefined) =>
  audience === undefined ? undefined : audience.toLowerCase() !== "azureadmyorg";

function groupFacts(wire: Output<typeof Group>): GroupFacts {
  const { groupTypes, membershipRule, securityEnabled, isAssignableToRole } = wire;
  const has = (type: string) => groupTypes?.some((one) => one?.toLowerCase() === type);
  return {
    type: has("unified") ? "microsoft365" : securityEnabled === undefined ? undefined : typeBy(securityEnabled),
    dynamic: has("dynamicmembership"),
    rule: membershipRule,
    // Graph writes null for a group that never was; a group of which nothing is shown has no types either.
    roleAssignable: isAssignableToRole ?? (groupTypes && false),
  };
}

const typeBy = (securityEnabled: boolean) => (securityEnabled ? "security" : "distribution");

const types = { application: "application", managedidentity: "managedIdentity", legacy: "legacy" } as const;
const typeOf = (said: string | undefined): ServicePrincipalFacts["type"] =>
  said === undefined
    ? undefined
    : (Object.entries(types).find(([name]) => name === said.toLowerCase())?.[1] ?? "unknown");

/** Keys and passwords of a service principal or an application; undefined where the record shows neither list. */
export function credentialsIn(raw: unknown): readonly Credential[] | undefined {
  const record = objectOf(raw);
  const [keys, passwords] = [record?.["keyCredentials"], record?.["passwordCredentials"]];
  if (!Array.isArray(keys) && !Array.isArray(passwords)) return undefined;
  const each = (list: unknown, kind: CredentialFacts["kind"]) =>
    Array.isArray(list) ? list.map((one: unknown, index) => toCredential(one, kind, index)) : [];
  return [...each(keys, "certificate"), ...each(passwords, "password")];
}

/** One that cannot be read is still one more way in. */
function toCredential(raw: unknown, kind: CredentialFacts["kind"], index: number): Credential {
  const record = objectOf(raw);
  const key = textOf(record?.["keyId"])?.toLowerCase() ?? `${kind} ${index}`;
  const at = (name: string) => moment(textOf(record?.[name]));
  return { kind, key, starts: at("startDateTime"), expires: at("endDateTime") };
}

/** The same credential may be shown at the service principal and at its application. */
export function withoutKeys(credentials: readonly Credential[]): readonly CredentialFacts[] {
  const byKey = new Map(credentials.map(({ key, ...facts }) => [`${facts.kind} ${key}`, facts]));
  return [...byKey.values()];
}
