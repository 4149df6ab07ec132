import { describe, expect, test } from "vitest";
import {
  aCoverage,
  aDefinition,
  aDelegation,
  anInventory,
  aSubscription,
  examplePrincipal,
  exampleRole,
  exampleSubscription,
  exampleTenant,
  us,
} from "../example-inventory";
import type { Definition } from "../definition";
import type { Delegation } from "../delegation";
import type { Directory } from "../directory";
import { armId, type PrincipalId } from "../ids";
import type { RoleAssignment } from "../role-assignment";
import { indexAccess } from "./access-index";
import { seesAll } from "./blind-spots";
import { aDirectory } from "./example-directory";
import { grantAt } from "./grant";
import { pathsTo } from "./path";
import { heldOn, reachOf } from "./reach";
import { reachersOf } from "./reachers";

const [ada, team, inner, mail, robot] = [1, 2, 3, 4, 5].map(examplePrincipal) as [
  PrincipalId,
  PrincipalId,
  PrincipalId,
  PrincipalId,
  PrincipalId,
];
const [reader, contributor] = [exampleRole(1), exampleRole(2)];
const policy = { stated: true, mfa: true, longest: "PT4H", approvers: [] };
const standing = (principal: PrincipalId, role = reader) => ({ principal, role, label: undefined, delegatedRoles: [] });
const eligible = (principal: PrincipalId, role = reader) => ({ principal, role, label: undefined, policy });
const onSubscription = { kind: "subscription", subscription: exampleSubscription(1) } as const;
const onGroup = { kind: "resourceGroup", subscription: exampleSubscription(1), resourceGroup: "rg-app" } as const;

const delegated = (definition: Partial<Definition>, delegation: Partial<Delegation> = {}, number = 1) =>
  aDelegation(number, { ...delegation, definition: aDefinition(number, definition) });
const indexOf = (delegations: readonly Delegation[], directory: Directory, roleAssignments: RoleAssignment[] = []) =>
  indexAccess({
    inventory: anInventory({ delegations, subscriptions: [aSubscription(1)] }),
    directory,
    roleAssignments,
  });

describe("what gives nothing, and why", () => {
  const users = { [ada]: {} };
  test.each<[string, Delegation, Directory, object]>([
    [
      "a Microsoft 365 group",
      delegated({ authorizations: [standing(mail)] }),
      aDirectory({ users, groups: { [mail]: { type: "microsoft365", members: [ada] } } }),
      { why: "microsoft365Group", principal: mail },
    ],
    [
      "a security group by way of a distribution list",
      delegated({ authorizations: [standing(team)] }),
      aDirectory({
        users,
        groups: { [mail]: { type: "distribution", members: [ada] }, [team]: { members: [mail] } },
      }),
      { why: "distributionGroup", principal: mail },
    ],
    [
      "a disabled account",
      delegated({ authorizations: [standing(team)] }),
      aDirectory({ users: { [ada]: { enabled: false } }, groups: { [team]: { members: [ada] } } }),
      { why: "disabled", principal: ada },
    ],
    [
      "a deleted principal",
      delegated({ authorizations: [standing(ada)] }),
      aDirectory({ deleted: [ada] }),
      { why: "deleted", principal: ada },
    ],
    [
      "a delegation that failed",
      delegated({ authorizations: [standing(ada)] }, { state: "Failed" }),
      aDirectory({ users }),
      { why: "delegationState", delegation: aDelegation(1).id, state: "Failed" },
    ],
    [
      "a subscription that is ours by now",
      delegated({ authorizations: [standing(ada)] }, { customer: us }),
      aDirectory({ users }),
      { why: "subscriptionOurs", subscription: exampleSubscription(1) },
    ],
  ])("%s", (_, delegation, directory, reason) => {
    const { held, inVain } = reachOf(indexOf([delegation], directory), ada);
    expect(held).toEqual([]);
    expect(inVain).toMatchObject([{ role: reader, kind: "standing", reasons: [reason] }]);
  });

  test("eligible access of a service principal, itself or through a group; a person in the same group may activate", () => {
    const index = indexOf(
      [delegated({ eligibleAuthorizations: [eligible(team)] })],
      aDirectory({ users, servicePrincipals: { [robot]: {} }, groups: { [team]: { members: [ada, robot] } } }),
    );
    expect(reachOf(index, robot).inVain).toMatchObject([{ reasons: [{ why: "cannotActivate", principal: robot }] }]);
    expect(reachOf(index, ada).held).toMatchObject([{ standing: "no", eligible: "yes" }]);
    const { reachers, inVain } = reachersOf(index, { kind: "customer", customer: exampleTenant(1) });
    expect(reachers.map(({ principal }) => principal)).toEqual([team, ada]);
    expect(inVain.map(({ principal }) => principal)).toEqual([robot]);
  });

  test("a subscription's own record knows first that it moved to us", () => {
    const index = indexAccess({
      inventory: anInventory({
        delegations: [delegated({ authorizations: [standing(ada)] })],
        subscriptions: [aSubscription(1, { tenant: us })],
      }),
      directory: aDirectory({ users }),
    });
    expect(reachOf(index, ada)).toMatchObject({ held: [], inVain: [{ reasons: [{ why: "subscriptionOurs" }] }] });
  });

  test("several reasons are all told", () => {
    const index = indexOf(
      [delegated({ authorizations: [standing(mail)] }, { state: "Deleting" })],
      aDirectory({ groups: { [mail]: { type: "microsoft365" } } }),
    );
    expect(grantAt(index, 0)).toMatchObject({
      gives: "no",
      reasons: [{ why: "microsoft365Group" }, { why: "delegationState", state: "Deleting" }],
    });
  });
});

describe("what cannot be told", () => {
  test("a group of which Graph tells no type may carry roles or not", () => {
    const index = indexOf(
      [delegated({ authorizations: [standing(team)] })],
      aDirectory({ users: { [ada]: {} }, groups: { [team]: { type: undefined, members: [ada] } } }),
    );
    expect(reachOf(index, ada).held).toMatchObject([
      { standing: "cannotSee", doubts: [{ why: "unknownGroupType", principal: team }] },
    ]);
  });

  test("a second way through a security group removes the doubt of the answer, not the doubt itself", () => {
    const index = indexOf(
      [delegated({ authorizations: [standing(team), standing(inner)] })],
      aDirectory({
        users: { [ada]: {} },
        groups: { [team]: { type: undefined, members: [ada] }, [inner]: { members: [ada] } },
      }),
    );
    expect(reachOf(index, ada).held).toMatchObject([
      { standing: "yes", grants: [0, 1], doubts: [{ principal: team }] },
    ]);
  });

  test("a state that Azure invented since", () => {
    const index = indexOf(
      [delegated({ authorizations: [standing(ada)] }, { state: "unknown" })],
      aDirectory({ users: { [ada]: {} } }),
    );
    expect(reachOf(index, ada).held).toMatchObject([{ standing: "cannotSee", doubts: [{ why: "unknownState" }] }]);
  });

  test("groups that lead somewhere and whose members are unread could hold anybody who is not known to be in them", () => {
    const index = indexOf(
      [delegated({ authorizations: [standing(team)] })],
      aDirectory({
        users: { [ada]: {}, [robot]: {} },
        groups: {
          [team]: { members: [inner] },
          [inner]: { membership: { state: "tooLarge", count: 9000, known: [ada] } },
          [mail]: { type: "microsoft365", membership: { state: "unreadable", why: "403", fix: undefined } },
          [examplePrincipal(9)]: { membership: { state: "unreadable", why: "403", fix: undefined } },
        },
      }),
    );
    expect(reachOf(index, ada).held).toMatchObject([{ standing: "yes" }]);
    expect(reachOf(index, ada).blind.groups).toEqual([]);
    const stranger = reachOf(index, examplePrincipal(77));
    expect(stranger.held).toEqual([]);
    expect(stranger.blind.groups).toEqual([{ principal: inner, why: "tooLarge", count: 9000, known: 1 }]);
    expect(reachersOf(index, { kind: "scope", scope: onGroup }).blind.groups).toEqual(stranger.blind.groups);
    expect(seesAll(stranger.blind)).toBe(false);
    expect(seesAll(reachOf(index, ada).blind)).toBe(true);
  });

  test("a principal that was never found, and a group that was never asked", () => {
    const index = indexOf([delegated({ authorizations: [standing(team), standing(inner)] })], {
      ...aDirectory({ groups: { [team]: {} } }),
      memberships: new Map(),
    });
    expect(reachOf(index, ada).blind.groups.map(({ why }) => why)).toEqual(["notAsked", "unknownKind"]);
    expect(reachOf(index, inner).held).toMatchObject([
      { standing: "cannotSee", doubts: [{ why: "unknownPrincipal" }] },
    ]);
  });

  test("unread definitions and subscriptions concern those whom they could", () => {
    const unread = aDelegation(1, { definition: undefined });
    const index = indexAccess({
      inventory: anInventory({
        delegations: [unread],
        subscriptions: [aSubscription(1), aSubscription(2)],
        coverage: aCoverage({
          subscriptions: new Map([
            [exampleSubscription(1), "answered"],
            [exampleSubscription(2), "refused"],
            [exampleSubscription(3), "failed"],
          ]),
        }),
      }),
      directory: aDirectory({}),
    });
    expect(reachOf(index, ada).blind).toMatchObject({
      definitions: [unread],
      subscriptions: [exampleSubscription(2), exampleSubscription(3)],
      isConclusive: false,
      roleAssignmentsUnread: true,
    });
    const blindOf = (target: Parameters<typeof reachersOf>[1]) => reachersOf(index, target).blind;
    expect(blindOf({ kind: "delegation", delegation: unread.id })).toMatchObject({
      definitions: [unread],
      subscriptions: [],
    });
    // The third subscription's owner is unknown, so it may be any customer's.
    expect(blindOf({ kind: "customer", customer: exampleTenant(1) }).subscriptions).toEqual([exampleSubscription(3)]);
    expect(blindOf({ kind: "customer", customer: exampleTenant(2) }).subscriptions).toHaveLength(2);
    expect(blindOf({ kind: "scope", scope: onSubscription })).toMatchObject({
      definitions: [unread],
      subscriptions: [],
    });
  });
});

describe("scopes and sources", () => {
  const directory = aDirectory({ users: { [ada]: {} }, groups: { [team]: { members: [ada] } } });

  test("the same role through two offers on one scope is one grant with two sources, as good as the better one", () => {
    const index = indexOf(
      [
        delegated({ authorizations: [standing(ada), standing(ada)] }, { scope: onGroup, state: "Failed" }, 1),
        delegated({ authorizations: [standing(ada)], eligibleAuthorizations: [eligible(ada)] }, { scope: onGroup }, 2),
      ],
      directory,
    );
    expect(index.grants.principals).toHaveLength(2);
    const { sources, gives } = grantAt(index, 0);
    expect([sources.length, gives]).toEqual([3, "yes"]);
    expect(reachOf(index, ada).held).toMatchObject([{ standing: "yes", eligible: "yes", grants: [0, 1], doubts: [] }]);
    const through = (number: number) =>
      reachersOf(index, { kind: "delegation", delegation: aDelegation(number, { scope: onGroup }).id });
    expect(through(1)).toMatchObject({ reachers: [], inVain: [{ reasons: [{ state: "Failed" }] }] });
    expect(through(2).reachers).toMatchObject([{ principal: ada, standing: "yes" }]);
  });

  test("a subscription's grant reaches its resource groups, a resource group's reaches nothing above", () => {
    const index = indexOf(
      [
        delegated({ authorizations: [standing(ada, reader)] }, { scope: onSubscription }, 1),
        delegated({ authorizations: [standing(ada, contributor)] }, { scope: onGroup }, 2),
      ],
      directory,
    );
    const reach = reachOf(index, ada);
    const roles = (list: readonly { role: string }[]) => list.map(({ role }) => role);
    expect(roles(heldOn(reach, { ...onGroup, resourceGroup: "RG-App" }))).toEqual([reader, contributor]);
    expect(roles(heldOn(reach, onSubscription))).toEqual([reader]);
    expect(roles(heldOn(reach, { ...onGroup, resourceGroup: "rg-other" }))).toEqual([reader]);
    expect(roles(reachersOf(index, { kind: "scope", scope: onSubscription }).reachers)).toEqual([reader]);
    expect(roles(reachersOf(index, { kind: "scope", scope: onGroup }).reachers)).toEqual([reader, contributor]);
  });

  test("another provider's delegation gives us nothing, and is no grant of ours", () => {
    const index = indexOf(
      [delegated({ authorizations: [standing(ada)], managingTenant: exampleTenant(9) })],
      directory,
    );
    expect(index.grants.principals).toHaveLength(0);
    expect(reachOf(index, ada)).toMatchObject({ held: [], inVain: [] });
  });

  test("roles that Azure shows are marked as assigned; whom our directory does not know may live at the customer", () => {
    const identity = examplePrincipal(8);
    const scope = armId(
      `/subscriptions/${exampleSubscription(1)}/resourceGroups/rg-app/providers/microsoft.web/sites/x`,
    )!;
    const assignment: RoleAssignment = {
      id: armId(`${scope}/providers/y`)!,
      principal: identity,
      principalType: "servicePrincipal",
      role: reader,
      scope,
      subscription: exampleSubscription(1),
      customer: exampleTenant(1),
      createdAt: undefined,
    };
    const index = indexOf([], aDirectory({ deleted: [identity] }), [assignment]);
    expect(reachOf(index, identity).held).toMatchObject([
      { standing: "no", assigned: "cannotSee", scope: { kind: "resource" }, doubts: [{ why: "unknownPrincipal" }] },
    ]);
    expect(reachersOf(index, { kind: "customer", customer: exampleTenant(1) }).reachers).toHaveLength(1);
    expect(reachersOf(index, { kind: "scope", scope: onGroup }).reachers).toEqual([]);
    expect(grantAt(index, 0).sources).toEqual([{ kind: "assigned", assignment }]);
    const found = indexOf([], aDirectory({ servicePrincipals: { [identity]: {} } }), [assignment]);
    expect(reachOf(found, identity).held).toMatchObject([{ assigned: "yes" }]);
  });

  test("an eligible role that is active says until when; what is over or elsewhere does not", () => {
    const index = indexOf([delegated({ eligibleAuthorizations: [eligible(team)] }, { scope: onGroup })], directory);
    const activeAt = (until: number, scope: typeof onGroup | typeof onSubscription = onGroup) => ({
      ...{ principal: ada, role: reader, scope, until },
    });
    const activations = [activeAt(900), activeAt(2000), activeAt(1500), activeAt(3000, onSubscription)];
    const { held, unmatched } = reachOf(index, ada, { activations, now: 1000 });
    expect(held).toMatchObject([{ eligible: "yes", activeUntil: 2000 }]);
    expect(unmatched).toEqual([activeAt(3000, onSubscription)]);
    const { reachers } = reachersOf(index, { kind: "scope", scope: onGroup }, { activations, now: 1000 });
    expect(reachers.map(({ principal, activeUntil }) => [principal, activeUntil])).toEqual([
      [team, undefined],
      [ada, 2000],
    ]);
    for (const active of [undefined, { activations, now: 5000 }])
      expect(reachOf(index, ada, active)).toMatchObject({ held: [{ activeUntil: undefined }], unmatched: [] });
  });
});

describe("paths", () => {
  test("six groups deep, around a cycle", () => {
    const chain = Array.from({ length: 7 }, (_, at) => examplePrincipal(20 + at));
    const groups = Object.fromEntries(
      chain.map((group, at) => [group, { members: at === 0 ? [ada, chain[6]!] : [chain[at - 1]!] }]),
    );
    const index = indexOf(
      [delegated({ authorizations: [standing(chain[6]!)] })],
      aDirectory({ users: { [ada]: {} }, groups }),
    );
    expect(reachOf(index, ada).held).toMatchObject([{ standing: "yes" }]);
    expect(pathsTo(index, ada, 0)).toMatchObject({ paths: [{ walk: [ada, ...chain], carries: "yes" }], isCut: false });
    expect(pathsTo(index, chain[6]!, 0).paths).toMatchObject([{ walk: [chain[6]] }]);
    expect(reachersOf(index, { kind: "customer", customer: exampleTenant(1) }).reachers).toHaveLength(8);
  });

  test("every group that somebody would have to leave begins a path, and no more are shown than asked for", () => {
    const index = indexOf(
      [delegated({ authorizations: [standing(team)] })],
      aDirectory({
        users: { [ada]: {} },
        groups: { [team]: { members: [ada, inner, mail] }, [inner]: { members: [ada] }, [mail]: { members: [ada] } },
      }),
    );
    const walks = (atMost?: number) => pathsTo(index, ada, 0, atMost).paths.map(({ walk }) => walk);
    expect(walks()).toEqual([
      [ada, team],
      [ada, inner, team],
      [ada, mail, team],
    ]);
    expect(walks(2)).toHaveLength(2);
    expect(pathsTo(index, ada, 0, 2).isCut).toBe(true);
  });

  test("a way that carries nothing is shown where there is no other", () => {
    const index = indexOf(
      [delegated({ authorizations: [standing(team)] })],
      aDirectory({
        users: { [ada]: {} },
        groups: { [mail]: { type: "microsoft365", members: [ada] }, [team]: { members: [mail] } },
      }),
    );
    expect(pathsTo(index, ada, 0).paths).toEqual([{ walk: [ada, mail, team], carries: "no" }]);
    expect(pathsTo(index, examplePrincipal(77), 0).paths).toEqual([]);
  });
});
