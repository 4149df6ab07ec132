import { describe, expect, it } from "vitest";
import type { RegistrationDefinition } from "../../world";
import { inCycles } from "../measure";
import { roleId } from "../roles";
import { createWorld } from "../worlds";

const now = new Date("2026-11-20T15:30:00Z");
const world = createWorld({ extends: "s" }, { now });
const definitions = [...world.registrationDefinitions.values()];
const reader = roleId("Reader");
const contributor = roleId("Contributor");
const deleteRole = roleId("Managed Services Registration assignment Delete Role");
const administrator = roleId("User Access Administrator");

type Check = (definition: RegistrationDefinition) => boolean;
const standing = ({ properties }: RegistrationDefinition) => properties.authorizations;
const eligible = ({ properties }: RegistrationDefinition) => properties.eligibleAuthorizations ?? [];
const nameOf = (id: string) =>
  (world.users.get(id) ?? world.groups.get(id) ?? world.servicePrincipals.get(id))?.displayName;
const subscriptionOf = ({ id }: RegistrationDefinition) => world.subscriptions.get(id.split("/")[2] ?? "");
const stands =
  (role: string): Check =>
  (definition) =>
    standing(definition).some(({ roleDefinitionId }) => roleDefinitionId === roleId(role));
const policies: (
  definition: RegistrationDefinition,
) => { role: string; mfa?: string; longest?: string; approvers: number }[] = (definition) =>
  eligible(definition).map(({ roleDefinitionId, justInTimeAccessPolicy: policy = {} }) => ({
    role: roleDefinitionId,
    ...(policy.multiFactorAuthProvider && { mfa: policy.multiFactorAuthProvider }),
    ...(policy.maximumActivationDuration && { longest: policy.maximumActivationDuration }),
    approvers: policy.managedByTenantApprovers?.length ?? 0,
  }));

const mistakes: [string, Check][] = [
  ["LH-SEC-001 storage keys by way of virtual machines", stands("Virtual Machine Contributor")],
  ["LH-SEC-003 storage keys", stands("Storage Account Contributor")],
  ["LH-SEC-004 app settings", stands("Website Contributor")],
  ["LH-SEC-005 cluster credential", stands("Azure Kubernetes Service Cluster Admin Role")],
  ["LH-SEC-006 callback URLs", stands("Microsoft Sentinel Automation Contributor")],
  ["LH-SEC-007 disk export", stands("Contributor")],
  ["LH-SEC-009 a password that no catalogue knows", stands("Security Reader")],
  ["LH-EXE-003 runbooks", stands("Automation Contributor")],
  ["LH-EXE-004 desktops", stands("Desktop Virtualization Contributor")],
  [
    "LH-ESC-001 identities and machines",
    (each) => stands("Managed Identity Operator")(each) && stands("Virtual Machine Contributor")(each),
  ],
  ["LH-ESC-002 federated credentials", stands("Managed Identity Contributor")],
  [
    "LH-ESC-003 assigns Contributor and writes policies",
    (each) =>
      stands("Resource Policy Contributor")(each) &&
      standing(each).some(({ delegatedRoleDefinitionIds }) => delegatedRoleDefinitionIds?.includes(contributor)),
  ],
  [
    "LH-ESC-004 assigns whatever",
    (each) =>
      standing(each).some(
        ({ roleDefinitionId, delegatedRoleDefinitionIds }) =>
          roleDefinitionId === administrator && delegatedRoleDefinitionIds === undefined,
      ),
  ],
  [
    "LH-ESC-005 a person assigns roles",
    (each) =>
      standing(each).some(
        ({ roleDefinitionId, principalId }) => roleDefinitionId === administrator && world.users.has(principalId),
      ),
  ],
  ["LH-ESC-006 policies", stands("Security Admin")],
  ["LH-ESC-007 vault access", stands("Key Vault Contributor")],
  ["LH-ESC-009 log tampering", stands("Monitoring Contributor")],
  ["LH-ESC-010 backups", stands("Backup Contributor")],
  ["LH-ESC-012 database administrators", stands("SQL Server Contributor")],
  ["LH-JIT-003 no second factor", (each) => policies(each).some(({ mfa }) => mfa !== "Azure")],
  [
    "LH-JIT-004 no approver",
    (each) => policies(each).some(({ role, approvers }) => role === contributor && approvers === 0),
  ],
  ["LH-JIT-006 duration unstated", (each) => policies(each).some(({ longest }) => longest === undefined)],
  ["LH-JIT-006 too long", (each) => policies(each).some(({ longest }) => longest === "PT8H")],
  ["LH-JIT-006 no half-hour step", (each) => policies(each).some(({ longest }) => longest === "PT45M")],
  [
    "LH-JIT-007 one role under two policies",
    (each) => {
      const contributors = policies(each).filter(({ role }) => role === contributor);
      return new Set(contributors.map((policy) => JSON.stringify(policy))).size > 1;
    },
  ],
  [
    "LH-JIT-008 eligible without Reader",
    (each) =>
      eligible(each).some(
        ({ principalId }) =>
          !standing(each).some((other) => other.principalId === principalId && other.roleDefinitionId === reader),
      ),
  ],
  [
    "LH-JIT-009 eligible service principal",
    (each) => eligible(each).some(({ principalId }) => world.servicePrincipals.has(principalId)),
  ],
  [
    "LH-JIT-010 standing and eligible",
    (each) =>
      eligible(each).some(({ principalId, roleDefinitionId }) =>
        standing(each).some(
          (other) => other.principalId === principalId && other.roleDefinitionId === roleDefinitionId,
        ),
      ),
  ],
  ["LH-PRN-001 a person", (each) => standing(each).some(({ principalId }) => world.users.has(principalId))],
  [
    "LH-PRN-002 nobody any more",
    (each) =>
      each.properties.managedByTenantId === world.id && standing(each).some(({ principalId }) => !nameOf(principalId)),
  ],
  [
    "LH-PRN-008 a Microsoft 365 group",
    (each) => standing(each).some(({ principalId }) => world.groups.get(principalId)?.groupTypes.includes("Unified")),
  ],
  [
    "LH-PRN-011 another label",
    (each) =>
      standing(each).some(({ principalId, principalIdDisplayName }) => nameOf(principalId) !== principalIdDisplayName),
  ],
  ["LH-DEL-001 no way out", (each) => !stands("Managed Services Registration assignment Delete Role")(each)],
  [
    "LH-DEL-002 one person's way out",
    (each) => {
      const holders = standing(each).filter(({ roleDefinitionId }) => roleDefinitionId === deleteRole);
      return holders.length > 0 && holders.every(({ principalId }) => world.users.has(principalId));
    },
  ],
  ["LH-DEL-004 no Reader", (each) => each.properties.managedByTenantId === world.id && !stands("Reader")(each)],
  ["LH-DEL-007 no longer delegable", stands("Log Analytics Contributor")],
  ["LH-DEL-010 another provider", (each) => each.properties.managedByTenantId !== world.id],
  ["LH-DEL-011 moved", (each) => subscriptionOf(each)?.tenantId !== each.properties.manageeTenantId],
  ["LH-DEL-014 disabled", (each) => subscriptionOf(each)?.state === "Disabled"],
  ["LH-DEL-015 nothing said", (each) => !each.properties.description],
  ["LH-DEL-017 an old version", ({ plan }) => plan?.product === "managed-operations" && plan.version !== "2.5.0"],
];

const excellent = definitions.filter(({ properties }) => properties.manageeTenantName === "Proseware");

describe("a mistake that offers can carry", () => {
  it.each(mistakes)("occurs in S, and not at its excellent customer: %s", (_, isMade) => {
    expect(definitions.some(isMade)).toBe(true);
    expect(excellent.filter(isMade)).toEqual([]);
  });
});

describe("the excellent customer", () => {
  const holders = new Set(
    excellent.flatMap((each) => [...standing(each), ...eligible(each)]).map(({ principalId }) => principalId),
  );

  it("signed one offer, for each of its subscriptions", () => {
    expect(excellent.map(({ properties }) => properties.registrationDefinitionName)).toEqual([
      "Relecloud Care Zero Standing",
      "Relecloud Care Zero Standing",
    ]);
  });

  it("trusts only groups of few living members, owned from within and in no cycle", () => {
    const cyclic = new Set(inCycles(world));
    const people = (id: string): string[] =>
      (world.groups.get(id)?.members ?? []).flatMap((member) => (world.groups.has(member) ? people(member) : [member]));
    for (const id of holders) {
      const group = world.groups.get(id);
      expect(group?.groupTypes).toEqual([]);
      expect(cyclic.has(id)).toBe(false);
      expect(people(id).length).toBeGreaterThan(1);
      expect(people(id).length).toBeLessThanOrEqual(10);
      expect(group?.owners.every((owner) => people(id).includes(owner))).toBe(true);
      for (const person of people(id)) {
        const user = world.users.get(person);
        expect(user ? user.accountEnabled && user.userType === "Member" : world.servicePrincipals.has(person)).toBe(
          true,
        );
      }
    }
  });

  it("is not one of too many that the same people could change", () => {
    const platform = [...world.groups.values()].find(({ displayName }) => displayName === "sg-lh-platform")?.id ?? "";
    const changed = definitions.filter((each) => eligible(each).some(({ principalId }) => principalId === platform));
    const customers = new Set(changed.map((each) => subscriptionOf(each)?.tenantId));
    expect(customers.size / 12).toBeLessThan(0.5);
  });
});
