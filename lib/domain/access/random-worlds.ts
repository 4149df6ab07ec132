import fc from "fast-check";
import type { Definition } from "../definition";
import type { Delegation } from "../delegation";
import type { Directory, Membership } from "../directory";
import {
  aCoverage,
  aDefinition,
  aDelegation,
  anInventory,
  aSubscription,
  exampleSubscription,
  exampleTenant,
  us,
} from "../example-inventory";
import { armId, principalId, roleId, type PrincipalId } from "../ids";
import type { Inventory } from "../inventory";
import type { Principal } from "../principal";
import type { RoleAssignment } from "../role-assignment";
import { scopeOf, type Scope } from "../scope";

/*
 * Small worlds for tests, with everything that can go wrong in one. The ids come with letters in either case and go
 * through the parsers, as Azure's do.
 */

const mixed = (text: string, seed: number) =>
  [...text].map((letter, at) => ((seed >> (at % 7)) & 1 ? letter.toUpperCase() : letter)).join("");
export const person = (number: number, seed = 0): PrincipalId =>
  principalId(mixed(`abcdef0${number}-feed-4bee-8ace-c0ffeedecade`, seed))!;
const role = (number: number, seed = 0) => roleId(mixed(`fade000${number}-feed-4bee-8ace-c0ffeedecade`, seed))!;

export const people = 9;
export const someone = fc
  .tuple(fc.nat({ max: people - 1 }), fc.nat({ max: 127 }))
  .map(([number, seed]) => person(number, seed));
const someRole = fc.tuple(fc.nat({ max: 2 }), fc.nat({ max: 127 })).map(([number, seed]) => role(number, seed));

type Sort = "user" | "disabled" | "deleted" | "robot" | "security" | "unified" | "list" | "vague" | "stranger";
const sorts = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom<Sort[]>("user", "security") },
    {
      weight: 1,
      arbitrary: fc.constantFrom<Sort[]>("disabled", "deleted", "robot", "unified", "list", "vague", "stranger"),
    },
    { weight: 3, arbitrary: fc.constant<Sort>("security") },
  ),
  { minLength: people, maxLength: people },
);

const members = fc.array(someone, { maxLength: 4 });
const membership = fc.oneof(
  { weight: 6, arbitrary: members.map((list): Membership => ({ state: "read", members: list })) },
  {
    weight: 1,
    arbitrary: members.map((known): Membership => ({ state: "tooLarge", count: 5000, known })),
  },
  { weight: 1, arbitrary: fc.constant<Membership>({ state: "unreadable", why: "403", fix: undefined }) },
  { weight: 1, arbitrary: fc.constant(undefined) },
);

const isGroup = (sort: Sort) => sort === "security" || sort === "unified" || sort === "list" || sort === "vague";

const directories = fc
  .tuple(sorts, fc.array(membership, { minLength: people, maxLength: people }))
  .map(([chosen, memberships]): Directory => {
    const principals = new Map<PrincipalId, Principal>();
    const directory = { principals, users: new Map(), groups: new Map(), servicePrincipals: new Map() };
    const lists = new Map<PrincipalId, Membership>();
    chosen.forEach((sort, number) => {
      const id = person(number);
      const found = (kind: "user" | "group" | "servicePrincipal") =>
        principals.set(id, { id, state: "found", kind, name: sort, detail: undefined });
      if (sort === "deleted") principals.set(id, { id, state: "deleted" });
      else if (sort === "user" || sort === "disabled") {
        found("user");
        directory.users.set(id, { enabled: sort === "user", guest: undefined });
      } else if (sort === "robot") {
        found("servicePrincipal");
      } else if (isGroup(sort)) {
        found("group");
        const type = { security: "security", unified: "microsoft365", list: "distribution", vague: undefined };
        directory.groups.set(id, { type: type[sort as "security"], dynamic: undefined, roleAssignable: undefined });
        const list = memberships[number];
        if (list) lists.set(id, list);
      }
    });
    return { ...directory, memberships: lists };
  });

const scopes = fc
  .tuple(fc.nat({ max: 4 }), fc.option(fc.constantFrom("rg-app", "rg-data"), { nil: undefined }), fc.nat({ max: 127 }))
  .map(([number, group, seed]): { number: number; scope: Scope } => {
    const path = `/subscriptions/${exampleSubscription(number)}${group ? `/resourceGroups/${group}` : ""}`;
    return { number, scope: scopeOf(armId(mixed(path, seed).replace(/^\/[a-z]+/i, "/subscriptions"))!)! };
  });
const customerOf = (subscription: number) => exampleTenant((subscription % 3) + 1);

const policy = { stated: false, mfa: false, longest: "PT8H", approvers: [] };
const lines = fc.array(fc.tuple(someone, someRole), { maxLength: 4 });
const delegations = fc.array(
  fc.record({
    place: scopes,
    state: fc.oneof(
      { weight: 6, arbitrary: fc.constant("Succeeded" as const) },
      { weight: 1, arbitrary: fc.constantFrom("Failed" as const, "Updating" as const, "unknown" as const) },
    ),
    whose: fc.oneof(
      { weight: 8, arbitrary: fc.constant("ours" as const) },
      { weight: 1, arbitrary: fc.constantFrom("another provider's" as const, "unread" as const) },
    ),
    standing: lines,
    eligible: lines,
    shared: fc.nat({ max: 9 }),
  }),
  { maxLength: 7 },
);

const assignments = fc.array(
  fc.record({
    place: scopes,
    principal: fc.oneof(someone, fc.constant(principalId("aaaa0000-feed-4bee-8ace-c0ffeedecade")!)),
    role: someRole,
    below: fc.boolean(),
    principalType: fc.constantFrom("servicePrincipal" as const, "unknown" as const),
  }),
  { maxLength: 2 },
);

export const worlds = fc
  .record({
    directory: directories,
    delegations,
    assignments,
    moved: fc.nat({ max: 12 }),
    silent: fc.array(fc.nat({ max: 6 }), { maxLength: 2 }),
  })
  .map(({ directory, delegations: drawn, assignments: given, moved, silent }) => {
    const owner = (number: number) => (number === moved ? us : customerOf(number));
    const definitions = new Map<number, Definition>();
    const list = drawn.map(({ place, state, whose, standing, eligible, shared }, number): Delegation => {
      // Some delegations share one definition, as those of several resource groups do.
      const definition =
        definitions.get(shared) ??
        aDefinition(shared, {
          customer: customerOf(place.number),
          ...(whose === "another provider's" ? { managingTenant: exampleTenant(77) } : {}),
          authorizations: standing.map(([principal, held]) => ({
            ...{ principal, role: held, label: undefined, delegatedRoles: [] },
          })),
          eligibleAuthorizations: eligible.map(([principal, held]) => ({
            ...{ principal, role: held, label: undefined, policy },
          })),
        });
      definitions.set(shared, definition);
      return aDelegation(number, {
        scope: place.scope,
        customer: owner(place.number),
        state,
        definition: whose === "unread" ? undefined : definition,
      });
    });
    const subscriptions = Array.from({ length: 7 }, (_, number) => aSubscription(number, { tenant: owner(number) }));
    const answers = new Map(
      subscriptions.map(({ id }, number) => [id, silent.includes(number) ? "refused" : "answered"] as const),
    );
    const inventory: Inventory = anInventory({
      delegations: list,
      subscriptions,
      coverage: aCoverage({ subscriptions: answers }),
    });
    const roleAssignments = given.map(({ place, principal, role: held, below, principalType }, at): RoleAssignment => {
      const path = `/subscriptions/${place.scope.subscription}${place.scope.kind === "resourceGroup" ? `/resourceGroups/${place.scope.resourceGroup}` : ""}`;
      return {
        id: armId(`${path}/providers/microsoft.authorization/roleassignments/${at}`)!,
        principal,
        principalType,
        role: held,
        scope: armId(`${path}${below ? "/providers/microsoft.web/sites/shop" : ""}`)!,
        subscription: place.scope.subscription,
        customer: owner(place.number),
        createdAt: undefined,
      };
    });
    return { inventory, directory, roleAssignments };
  });

export type World = { inventory: Inventory; directory: Directory; roleAssignments: readonly RoleAssignment[] };
