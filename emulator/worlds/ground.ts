import type { Persona, Settings, World } from "../world";
import { guidFrom } from "./random";
import { builtInRoles } from "./roles";

/** A world under construction, with the two things that make it the same every time: its ids and its clock. */
export type Ground = {
  world: World;
  /** The world's personas, to be added to. */
  personas: Persona[];
  /** The id of whatever these words name; the same in every run and for every managing tenant. */
  guid(...path: (string | number)[]): string;
  /** An instant before the beginning of today (UTC), in ISO 8601; fractions of a day give the time. */
  daysAgo(days: number): string;
};

export type Plot = { name: string; seed: number; tenantId?: string | undefined; now: Date; staff: number };

/** The same for every world, so that one build of the app fits them all. */
const clientId = guidFrom("fresnel", "single-page app");

const day = 24 * 60 * 60 * 1000;

/** A managing tenant that nobody works in yet, with Azure's roles and a script's service principal. */
export function breakGround({ name, seed, tenantId, now, staff }: Plot): Ground {
  const guid = (...path: (string | number)[]) => guidFrom(name, seed, ...path);
  const today = Math.floor(now.getTime() / day) * day;
  const id = tenantId ?? guid("managing tenant");
  const personas: Persona[] = [];
  const world: World = {
    id,
    name,
    seed,
    clientId,
    redirectUris: ["localhost", "127.0.0.1"].flatMap((host) => [`http://${host}:*/auth`, `http://${host}:*/sign-in`]),
    settings: settingsFor(staff),
    faults: [],
    personas,
    consented: ["User.Read", "Directory.Read.All", "CrossTenantInformation.ReadBasic.All"],
    tenants: new Map(),
    users: new Map(),
    groups: new Map(),
    servicePrincipals: new Map(),
    subscriptions: new Map(),
    resourceGroups: new Map(),
    registrationDefinitions: new Map(),
    registrationAssignments: new Map(),
    marketplaceRegistrationDefinitions: new Map(),
    roleDefinitions: new Map(builtInRoles.map((role) => [role.name, role])),
    roleAssignments: new Map(),
    activations: new Map(),
    activationRequests: new Map(),
    resources: new Map(),
    version: 0,
  };
  world.tenants.set(id, {
    tenantId: id,
    displayName: "Relecloud",
    defaultDomain: "relecloud.example",
    domains: ["relecloud.example"],
    countryCode: "SE",
  });
  return { world, personas, guid, daysAgo: (days) => new Date(today - days * day).toISOString() };
}

/** Azure's documented limits; Graph's grows with the number of users in the tenant. */
const settingsFor = (staff: number): Settings => ({
  accessTokenSeconds: 3900,
  exposedHeaders: [],
  latencyMs: 0,
  resourceGraphQuota: { queries: 15, windowSeconds: 5 },
  armBuckets: { reads: 250, readsPerSecond: 25, writes: 200, writesPerSecond: 10 },
  graphUnitsPerTenSeconds: staff < 50 ? 3500 : staff <= 500 ? 5000 : 8000,
  armPageSize: 1000,
  graphPageSize: 100,
  subscriptionLimit: 10_000,
  listsNestedAssignments: false,
  expandsAssignments: true,
  servesLighthousePim: true,
  secondFactor: true,
  shortestActivationSeconds: 300,
});
