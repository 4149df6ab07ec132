import type { PrincipalId, RoleId } from "./ids";
import type { Principal, PrincipalKind } from "./principal";
import type { ReadingCoverage } from "./reading-coverage";

/** Why something was not read, and what to ask for. */
export type NotRead = Readonly<{ state: "unreadable"; why: string; fix: string | undefined }>;

/** Owners change a group's members, or give an application new keys, and need be no members themselves. */
export type Ownership = Readonly<{ state: "read"; owners: readonly Principal[] }> | NotRead;

/**
 * An id that offers name and no principal has: an application registration has it as its object id or as its client id.
 * `servicePrincipal` is whom the offer should have named, where the directory has one.
 */
export type MisnamedApplication = Readonly<{
  state: "application";
  idIs: "objectId" | "clientId";
  name: string;
  servicePrincipal: PrincipalId | undefined;
}>;

/** What came of asking whether an application has an id. */
export type ApplicationSought = MisnamedApplication | Readonly<{ state: "nobody" }> | NotRead;

/** A role that somebody holds at the root of our own tenant, above all subscriptions. */
export type RootRole = Readonly<{ principal: PrincipalId; kind: PrincipalKind | undefined; role: RoleId }>;

/** What findings ask of the managing tenant beyond its directory. Who is missing in a map was not asked for. */
export type TenantFacts = Readonly<{
  /** Of groups and of applications' service principals. */
  owners: ReadonlyMap<PrincipalId, Ownership>;
  /** Of ids that the directory says are nobody's. */
  applications: ReadonlyMap<PrincipalId, ApplicationSought>;
  /** undefined: they were not asked for. */
  rootRoles: Readonly<{ state: "read"; roles: readonly RootRole[] }> | NotRead | undefined;
}>;

export const tenantParts = ["owners", "applications", "rootRoles"] as const;
export type TenantPart = (typeof tenantParts)[number];

/** A snapshot: progress makes a new one. */
export type TenantReading = Readonly<{ facts: TenantFacts; coverage: ReadingCoverage<TenantPart> }>;

export const noTenantFacts: TenantFacts = { owners: new Map(), applications: new Map(), rootRoles: undefined };
