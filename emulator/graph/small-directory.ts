import type { Call, Caller } from "../call";
import type { Credential, Group, ServicePrincipal, Settings, User, World } from "../world";
import { handleGraph } from "./graph";

/** A directory made by hand, small enough to know by heart; every test makes its own. */
export const home = "0c0ffee0-0000-4000-8000-000000000001";
export const customer = "c0000000-0000-4000-8000-000000000002";

export const id = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;

export const ada = id(1);
export const ben = id(2);
/** Left the company: the account is disabled, the memberships stayed. */
export const leaver = id(3);
export const guest = id(4);
/** Was deleted; groups still name it. */
export const deleted = id(99);

export const security = id(101);
export const microsoft365 = id(102);
export const dynamic = id(103);
export const roleAssignable = id(104);
export const hidden = id(105);
/** Each holds the other. */
export const cycleA = id(106);
export const cycleB = id(107);
/** Six groups, each in the one before; the last holds ben. */
export const nested = [111, 112, 113, 114, 115, 116].map(id);

export const script = id(201);
export const scriptAppId = id(301);
export const foreign = id(202);
export const foreignAppId = id(302);

export const everything = ["User.Read", "Directory.Read.All"];

const user = (id: string, displayName: string, more: Partial<User> = {}): User => ({
  id,
  displayName,
  userPrincipalName: `${displayName.toLowerCase().replaceAll(" ", ".")}@adatum.example`,
  mail: `${displayName.toLowerCase().replaceAll(" ", ".")}@adatum.example`,
  jobTitle: "Engineer",
  accountEnabled: true,
  userType: "Member",
  externalUserState: null,
  onPremisesSyncEnabled: null,
  ...more,
});

const group = (id: string, displayName: string, members: string[], more: Partial<Group> = {}): Group => ({
  id,
  displayName,
  description: null,
  securityEnabled: true,
  mailEnabled: false,
  groupTypes: [],
  isAssignableToRole: null,
  membershipRule: null,
  visibility: null,
  onPremisesSyncEnabled: null,
  members,
  owners: [],
  ...more,
});

const expired: Credential = {
  keyId: id(401),
  displayName: "first secret",
  startDateTime: "2024-01-01T00:00:00Z",
  endDateTime: "2025-01-01T00:00:00Z",
};

const servicePrincipals: ServicePrincipal[] = [
  {
    id: script,
    displayName: "Nightly report",
    appId: scriptAppId,
    servicePrincipalType: "Application",
    accountEnabled: true,
    appOwnerOrganizationId: home,
    keyCredentials: [{ ...expired, keyId: id(402), displayName: null }],
    passwordCredentials: [expired],
    owners: [ada, deleted],
    secret: "never-shown",
  },
  {
    id: foreign,
    displayName: "Bought tool",
    appId: foreignAppId,
    servicePrincipalType: "Application",
    accountEnabled: false,
    appOwnerOrganizationId: customer,
    keyCredentials: [],
    passwordCredentials: [],
    owners: [],
  },
];

const groups: Group[] = [
  group(security, "Tier 1 Operators", [ada, leaver, guest, script, deleted], { owners: [ben, script] }),
  group(microsoft365, "All Company", [ada, ben], {
    groupTypes: ["Unified"],
    securityEnabled: false,
    mailEnabled: true,
  }),
  group(dynamic, "Everyone in sales", [], {
    groupTypes: ["DynamicMembership"],
    membershipRule: 'user.department -eq "Sales"',
  }),
  group(roleAssignable, "Break glass", [], { isAssignableToRole: true, visibility: "Private" }),
  group(hidden, "Works council", [ada, ben], { visibility: "HiddenMembership" }),
  group(cycleA, "Chicken", [cycleB, ada]),
  group(cycleB, "Egg", [cycleA, leaver]),
  ...nested.map((own, depth) => group(own, `Nested ${depth + 1}`, [nested[depth + 1] ?? ben])),
];

const settings: Settings = {
  accessTokenSeconds: 3600,
  exposedHeaders: [],
  latencyMs: 0,
  resourceGraphQuota: { queries: 15, windowSeconds: 5 },
  armBuckets: { reads: 250, readsPerSecond: 25, writes: 200, writesPerSecond: 10 },
  graphUnitsPerTenSeconds: 3500,
  armPageSize: 100,
  graphPageSize: 100,
  subscriptionLimit: 10_000,
  listsNestedAssignments: false,
  expandsAssignments: true,
  servesLighthousePim: true,
  secondFactor: true,
  shortestActivationSeconds: 300,
};

const byId = <Row extends { id: string }>(rows: readonly Row[]) => new Map(rows.map((row) => [row.id, row]));

export const smallDirectory = (change: Partial<Settings> = {}): World => ({
  id: home,
  name: "small",
  seed: 1,
  clientId: id(300),
  redirectUris: [],
  settings: { ...settings, ...change },
  faults: [],
  personas: [],
  consented: ["User.Read", "Directory.Read.All"],
  tenants: new Map(
    [
      { tenantId: home, displayName: "Adatum", defaultDomain: "adatum.example", domains: ["adatum.onmicrosoft.com"] },
      { tenantId: customer, displayName: "Contoso", defaultDomain: "contoso.example", domains: ["contoso.example"] },
    ].map((tenant) => [tenant.tenantId, { ...tenant, countryCode: "DE" }]),
  ),
  users: byId([
    user(ada, "Ada Adams"),
    user(ben, "Ben Brown", { userType: "Member" }),
    user(leaver, "Lee Left", { accountEnabled: false }),
    user(guest, "Gia Guest", {
      userPrincipalName: "gia_contoso.example#EXT#@adatum.example",
      userType: "Guest",
      externalUserState: "Accepted",
    }),
  ]),
  groups: byId(groups),
  servicePrincipals: byId(servicePrincipals),
  subscriptions: new Map(),
  resourceGroups: new Map(),
  registrationDefinitions: new Map(),
  registrationAssignments: new Map(),
  marketplaceRegistrationDefinitions: new Map(),
  roleDefinitions: new Map(),
  roleAssignments: new Map(),
  activations: new Map(),
  activationRequests: new Map(),
  resources: new Map(),
  version: 1,
});

export const asAda = (scopes: readonly string[] = everything): Caller => ({
  kind: "user",
  objectId: ada,
  name: "ada.adams@adatum.example",
  appId: id(300),
  scopes,
  amr: [],
});

export const asScript: Caller = {
  kind: "servicePrincipal",
  objectId: script,
  name: scriptAppId,
  appId: scriptAppId,
  scopes: [],
  amr: [],
};

export const origin = "https://graph.fresnel.localhost";
export const now = new Date("2026-01-15T08:00:00Z");

type Asked = {
  world?: World;
  caller?: Caller;
  now?: Date;
  method?: string;
  headers?: Record<string, string>;
  body?: unknown;
};
export type Answered = { status: number; headers: Headers; body: Json };
/** An answer's body, read loosely: each test says what it must be. */
export type Json = {
  [name: string]: unknown;
  value?: Json[];
  error?: { code: string; message: string; [name: string]: unknown };
};

const eventual = { ConsistencyLevel: "eventual" };

/** Asks Graph as it is asked over HTTP; `path` begins below /v1.0, or is an absolute link of an earlier answer. */
export const ask = async (
  path: string,
  { world, caller, now: time, method, headers, body }: Asked = {},
): Promise<Answered> => {
  const url = new URL(path.startsWith("https:") ? path : `${origin}/v1.0${path}`);
  const request = new Request(url, {
    method: method ?? (body === undefined ? "GET" : "POST"),
    headers: { ...(body !== undefined && { "Content-Type": "application/json" }), ...headers },
    ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const call: Call = {
    request,
    url,
    world: world ?? smallDirectory(),
    caller: caller ?? asAda(),
    now: time ?? now,
    origin,
  };
  const response = await handleGraph(call);
  const text = await response.text();
  const isText = response.headers.get("content-type") === "text/plain";
  return { status: response.status, headers: response.headers, body: isText ? { text } : (JSON.parse(text) as Json) };
};

export const askEventually = (path: string, asked: Asked = {}) =>
  ask(path, { ...asked, headers: { ...eventual, ...asked.headers } });

export const idsOf = ({ body }: Answered): unknown[] => (body.value ?? []).map((item) => item.id);
