import type { Authorization, Definition, EligibleAuthorization } from "../definition";
import type { Delegation } from "../delegation";
import type { Directory, Membership } from "../directory";
import { emptyDirectory } from "../directory-reading";
import { aDefinition, aDelegation, anInventory, examplePrincipal } from "../example-inventory";
import type { PrincipalId, RoleId } from "../ids";
import type { Inventory } from "../inventory";
import type { Principal, PrincipalKind } from "../principal";
import type { Role } from "../role";
import { aRoleWithId } from "../roles/example-role";
import { assess } from "./engine/assess";
import { prepare, type Assessment } from "./engine/assessment";
import { subjectKey } from "./subject";
import { defaultPolicy, type Policy } from "./policy/policy";
import type { Rule } from "./rule";
import type { AssessmentSources } from "./engine/sources";

/* Plain values for the tests of rules: each states only what it is about. */

export const someone = examplePrincipal(1);
export const exampleNow = Date.parse("2026-11-20T09:00:00Z");

let roles = 0;

/** A role that allows these actions; each call makes another. */
export const aRoleAllowing = (...actions: readonly string[]): Role =>
  aRoleWithId(`0000000e-0000-4000-8000-${(++roles).toString(16).padStart(12, "0")}`, { actions });

export const standing = (role: Role | RoleId, given: Partial<Authorization> = {}): Authorization => ({
  principal: someone,
  label: undefined,
  role: typeof role === "string" ? role : role.id,
  delegatedRoles: [],
  ...given,
});

type PolicyGiven = Partial<EligibleAuthorization["policy"]>;

/** Activated with MFA, by approval, for two hours at most, unless something else is given. */
export const eligible = (
  role: Role | RoleId,
  { principal = someone, ...policy }: PolicyGiven & { principal?: PrincipalId } = {},
): EligibleAuthorization => ({
  principal,
  label: undefined,
  role: typeof role === "string" ? role : role.id,
  policy: {
    stated: true,
    mfa: true,
    longest: "PT2H",
    approvers: [{ principal: examplePrincipal(99), label: undefined }],
    ...policy,
  },
});

type Lines = Readonly<{
  authorizations?: readonly Authorization[];
  eligibleAuthorizations?: readonly EligibleAuthorization[];
}>;

/** A delegated offer; `number` names its customer and subscription. */
export const offering = (number: number, lines: Lines, given: Partial<Definition> = {}): Delegation =>
  aDelegation(number, { definition: aDefinition(number, { ...lines, ...given }) });

/** A directory of these people and groups. Whoever is in a group is a user, unless it is listed itself. */
export function aDirectory(
  given: Readonly<{
    users?: readonly PrincipalId[];
    servicePrincipals?: readonly PrincipalId[];
    groups?: Readonly<Record<string, readonly PrincipalId[]>>;
    deleted?: readonly PrincipalId[];
  }> &
    Partial<Omit<Directory, "users" | "groups" | "servicePrincipals">>,
): Directory {
  const principals = new Map<PrincipalId, Principal>();
  const memberships = new Map<PrincipalId, Membership>();
  const add = (id: PrincipalId, kind: PrincipalKind) =>
    principals.has(id) || principals.set(id, { id, state: "found", kind, name: `The ${kind}`, detail: undefined });
  for (const id of given.servicePrincipals ?? []) add(id, "servicePrincipal");
  for (const id of Object.keys(given.groups ?? {})) add(id as PrincipalId, "group");
  for (const id of given.users ?? []) add(id, "user");
  for (const [id, members] of Object.entries(given.groups ?? {})) {
    memberships.set(id as PrincipalId, { state: "read", members });
    for (const member of members) add(member, "user");
  }
  for (const id of given.deleted ?? []) principals.set(id, { id, state: "deleted" });
  const of = (kind: PrincipalKind) =>
    [...principals.values()].flatMap((one) => (one.state === "found" && one.kind === kind ? one.id : []));
  return {
    ...emptyDirectory,
    principals,
    memberships,
    users: new Map(of("user").map((id) => [id, { enabled: true, guest: false }])),
    groups: new Map(of("group").map((id) => [id, { type: "security", dynamic: false, roleAssignable: true }])),
    servicePrincipals: new Map(
      of("servicePrincipal").map((id) => [id, { type: "application", enabled: true, credentials: [] }]),
    ),
    ...(given.memberships ? { memberships: given.memberships } : {}),
  };
}

export type Given = Readonly<{
  delegations?: readonly Delegation[];
  roles?: readonly Role[];
  /** undefined: it was not read. */
  directory?: Directory | undefined;
  policy?: Policy;
  inventory?: Partial<Inventory>;
}> &
  Omit<Partial<AssessmentSources>, "inventory" | "directory">;

/** One rule alone, on, whatever the default policy says of it. */
export function assessmentBy(rule: Rule | readonly Rule[], given: Given): Assessment {
  const { delegations = [], roles: known = [], directory, inventory, ...rest } = given;
  return prepare(
    {
      inventory: {
        ...anInventory({ delegations, roles: new Map(known.map((role) => [role.id, role])) }),
        ...inventory,
      },
      directory: directory && { directory },
      now: exampleNow,
      ...rest,
    },
    "id" in rule ? [rule] : rule,
  );
}

const everyRule: Policy = { ...defaultPolicy, rules: {} };

/** What a rule says, short enough to compare. */
export function judgedBy(rule: Rule | readonly Rule[], given: Given) {
  const assessment = assessmentBy(rule, { ...given, policy: given.policy ?? everyRule });
  const { findings, unjudged } = assess(assessment);
  return {
    assessment,
    findings,
    found: findings.map(({ subject, severity }) => `${severity}: ${subjectKey(subject)}`),
    count: findings.length,
    unjudged: unjudged.filter((one) => one.rule).map(({ because }) => because.kind),
  };
}

type Actions = readonly string[];

/** How often a rule finds one line whose role allows these actions and takes those away again. */
export function linesFound(
  rule: Rule,
  actions: Actions,
  notActions: Actions = [],
  access: "standing" | "eligible" = "standing",
) {
  const [whole] = aRoleAllowing(...actions).permissions;
  const role = { ...aRoleAllowing(), permissions: [{ ...whole!, notActions }] };
  const lines =
    access === "standing" ? { authorizations: [standing(role)] } : { eligibleAuthorizations: [eligible(role)] };
  return judgedBy(rule, { delegations: [offering(1, lines)], roles: [role] }).count;
}
