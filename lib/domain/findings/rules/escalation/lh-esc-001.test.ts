import { describe, expect, test } from "vitest";
import { aDefinition, aDelegation, examplePrincipal, exampleSubscription } from "@/lib/domain/example-inventory";
import { adviceOf } from "@/lib/domain/findings/evidence/advice";
import { evidenceOf } from "@/lib/domain/findings/evidence/explain";
import {
  aDirectory,
  aRoleAllowing,
  eligible,
  judgedBy,
  linesFound,
  offering,
  someone,
  standing,
} from "@/lib/domain/findings/example-findings";
import type { PrincipalId } from "@/lib/domain/ids";
import type { Role } from "@/lib/domain/role";
import { identityTakeover } from "./lh-esc-001";

const assign = "Microsoft.ManagedIdentity/userAssignedIdentities/*/assign/action";
const operator = aRoleAllowing(assign);
const machines = aRoleAllowing("Microsoft.Compute/virtualMachines/*");
const [mira, other] = [examplePrincipal(2), examplePrincipal(3)];

test("one role with both halves", () => {
  expect(linesFound(identityTakeover, [assign, "Microsoft.Web/sites/write"])).toBe(1);
  expect(linesFound(identityTakeover, ["*"], ["Microsoft.Authorization/*/Write"])).toBe(1);
});

test("one role has nothing to split", () => {
  const [role, directory] = [aRoleAllowing("*"), aDirectory({ users: [someone] })];
  const delegations = [offering(1, { authorizations: [standing(role)] })];
  const { findings, assessment } = judgedBy(identityTakeover, { delegations, roles: [role], directory });
  expect(adviceOf(findings[0]!, assessment)).toMatch(/^The role allows both: give a smaller one/);
});

test("one role with one half, or with both and eligible", () => {
  expect(linesFound(identityTakeover, [assign, "Microsoft.Compute/virtualMachines/start/action"])).toBe(0);
  expect(linesFound(identityTakeover, ["Microsoft.Compute/*"])).toBe(0);
  expect(linesFound(identityTakeover, ["*"], [], "eligible")).toBe(0);
});

describe("two roles", () => {
  const [first, second] = [someone, other];
  const groups = { [first]: [mira], [second]: [mira, examplePrincipal(4)] };
  const two = (place: number, holders: readonly [PrincipalId, PrincipalId] = [first, second]) => [
    offering(1, { authorizations: [standing(operator, { principal: holders[0] })] }),
    aDelegation(2, {
      scope: { kind: "resourceGroup", subscription: exampleSubscription(place), resourceGroup: "rg-app" },
      definition: aDefinition(2, { authorizations: [standing(machines, { principal: holders[1] })] }),
    }),
  ];
  const of = (
    delegations: ReturnType<typeof two>,
    directory = aDirectory({ groups }),
    roles: Role[] = [operator, machines],
  ) => judgedBy(identityTakeover, { delegations, roles, directory });

  test("of one person in two groups, where one holds on the subscription of the other's resource group", () => {
    const { found, findings, assessment } = of(two(1));
    expect(found).toEqual([`critical: principal ${mira}`]);
    expect(adviceOf(findings[0]!, assessment)).toMatch(/^Split the two roles over different people/);
    const held = evidenceOf(findings[0]!, assessment).facts.flatMap(({ value }) =>
      typeof value !== "string" && value.kind === "principal" ? value.principal : [],
    );
    expect(held).toEqual([first, second]);
  });

  test("of one group, which is named itself", () => {
    expect(of(two(1, [first, first])).found).toEqual([`critical: principal ${first}`]);
  });

  test("of one holder, whatever it is, which takes no directory; unless it is gone", () => {
    const [same, roles] = [two(1, [first, first]), [operator, machines]];
    const unread = judgedBy(identityTakeover, { delegations: same, roles });
    expect(unread.found).toEqual([`critical: principal ${first}`]);
    expect(of(same, aDirectory({})).found).toEqual([`critical: principal ${first}`]);
    expect(of(two(2, [first, first]), aDirectory({})).count).toBe(0);
    expect(of(same, aDirectory({ deleted: [first] })).count).toBe(0);
  });

  test("in two subscriptions, of two people, or of one whose account is disabled", () => {
    expect(of(two(2)).count).toBe(0);
    expect(of(two(1), aDirectory({ groups: { [first]: [mira], [second]: [examplePrincipal(4)] } })).count).toBe(0);
    const directory = aDirectory({ groups });
    const users = new Map(directory.users).set(mira, { enabled: false, guest: false });
    expect(of(two(1), { ...directory, users }).count).toBe(0);
  });

  test("in two resource groups of one subscription, or behind a group that carries no roles", () => {
    const [onGroup] = two(1).slice(1);
    const beside = aDelegation(3, {
      scope: { kind: "resourceGroup", subscription: exampleSubscription(1), resourceGroup: "rg-data" },
      definition: aDefinition(3, { authorizations: [standing(operator, { principal: first })] }),
    });
    expect(of([beside, onGroup!]).count).toBe(0);

    const inner = examplePrincipal(5);
    const nested = aDirectory({ groups: { [first]: [inner], [inner]: [mira], [second]: [mira] } });
    expect(of(two(1), nested).count).toBe(1);
    const mail = { type: "microsoft365", dynamic: false, roleAssignable: false } as const;
    expect(of(two(1), { ...nested, groups: new Map(nested.groups).set(inner, mail) }).count).toBe(0);
  });

  test("of which one is eligible", () => {
    const half = offering(1, { eligibleAuthorizations: [eligible(operator)] });
    expect(of([half, two(1)[1]!]).count).toBe(0);
  });

  test("without the directory, or with members that hide, where nobody can tell who is in two groups", () => {
    const judged = judgedBy(identityTakeover, { delegations: two(1), roles: [operator, machines] });
    expect([judged.count, judged.unjudged]).toEqual([0, ["directory"]]);
    const read = aDirectory({ groups });
    const memberships = new Map(read.memberships).set(first, { state: "unreadable", why: "403", fix: undefined });
    expect(of(two(1), { ...read, memberships }).unjudged).toEqual(["members"]);
    expect(of(two(1), read).unjudged).toEqual([]);
  });
});
