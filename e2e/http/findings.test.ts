import { describe, expect, it, test } from "vitest";
import type { World } from "../../emulator/world";
import { createWorld } from "../../emulator/worlds/worlds";
import { assess } from "../../lib/domain/findings/engine/assess";
import { prepare } from "../../lib/domain/findings/engine/assessment";
import { customersAffected } from "../../lib/domain/findings/evidence/affected";
import { defaultPolicy } from "../../lib/domain/findings/policy/policy";
import { rules } from "../../lib/domain/findings/rules";
import { armId, subscriptionId, type ArmId, type SubscriptionId } from "../../lib/domain/ids";
import { accessOf } from "../access-of-world";

/* Which rule the demo world trips where, with every rule on: each at least once, and none at the excellent customer. */
const trippedAt: Readonly<Record<string, string>> = {
  "LH-SEC-001": "Fabrikam",
  "LH-SEC-002": "Adatum",
  "LH-SEC-003": "Wingtip Toys",
  "LH-SEC-004": "Woodgrove Bank",
  "LH-SEC-005": "Woodgrove Bank",
  "LH-SEC-006": "Litware",
  "LH-SEC-007": "Wingtip Toys",
  "LH-SEC-008": "Proseware",
  "LH-SEC-009": "Litware",
  "LH-EXE-001": "Fabrikam",
  "LH-EXE-002": "Woodgrove Bank",
  "LH-EXE-003": "Lamna Healthcare",
  "LH-EXE-004": "Lamna Healthcare",
  "LH-ESC-001": "Woodgrove Bank",
  "LH-ESC-002": "Tailspin Toys",
  "LH-ESC-003": "Contoso",
  "LH-ESC-004": "Adatum",
  "LH-ESC-005": "Coho Vineyard",
  "LH-ESC-006": "Litware",
  "LH-ESC-007": "Litware",
  "LH-ESC-009": "Litware",
  "LH-ESC-010": "Wingtip Toys",
  "LH-ESC-011": "Adatum",
  "LH-ESC-012": "Coho Vineyard",
  "LH-JIT-003": "Adatum",
  "LH-PRN-001": "Northwind Traders",
  "LH-DEL-001": "Fabrikam",
};

/** What cannot be judged in it, and why. */
const unjudged: Readonly<Record<string, string>> = {};

const now = new Date("2026-11-20T09:00:00Z");

/** As Resource Graph would list them. */
function identitiesOf({ resources, subscriptions }: World) {
  const found = new Map<SubscriptionId, { resources: ArmId[] }>();
  for (const id of subscriptions.keys()) found.set(subscriptionId(id)!, { resources: [] });
  for (const { id, identity } of resources.values())
    if (identity) found.get(subscriptionId(id.split("/")[2] ?? "")!)?.resources.push(armId(id)!);
  return found;
}

describe("in the demo world", () => {
  const world = createWorld({ extends: "s" }, { now });
  const { inventory, directory, roleAssignments } = accessOf(world);
  const assessment = prepare({
    inventory,
    directory: { directory },
    roleAssignments,
    identities: identitiesOf(world),
    policy: { ...defaultPolicy, rules: {} },
    now: now.getTime(),
  });
  const assessed = assess(assessment);
  const nameOf = (tenant: string) =>
    [...world.tenants.values()].find(({ tenantId }) => tenantId === tenant)?.displayName;
  const customersOf = (id: string) =>
    new Set(
      assessed.findings
        .filter(({ rule }) => rule.id === id)
        .flatMap((finding) => customersAffected(finding, assessment).map(nameOf)),
    );

  it.each(Object.entries(trippedAt))("%s is tripped at %s", (id, customer) => {
    expect([...customersOf(id)]).toContain(customer);
  });

  test("every rule is in the table, or cannot be judged", () => {
    expect(rules.map(({ id }) => id).filter((id) => !(id in trippedAt) && !(id in unjudged))).toEqual([]);
    const blind = assessed.unjudged.map(({ rule, because }) => [rule?.id, because.kind]);
    expect(blind).toEqual(Object.entries(unjudged));
  });

  test("the excellent customer trips none, but for what is off by default", () => {
    const tripped = rules.filter(({ id }) => customersOf(id).has("Proseware")).map(({ id }) => id);
    expect(tripped.filter((id) => defaultPolicy.rules[id] !== "off")).toEqual([]);
  });
});
