import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Role } from "../role";
import { emptySet, sizeOf } from "./bitset";
import { delegabilityOf, isDelegable, userAccessAdministrator } from "./delegability";
import { effectiveOperations, knownOperations, operationNames } from "./effective-operations";
import { cataloguedAs, givenAway, harmDone } from "./given-away";
import { harmfulOperations } from "./harmful-operations";
import { createOperationIndex } from "./operation-index";
import { patternWords } from "./pattern-words";
import { delegatedPrivilegeOf, levelOfOperation, privilegeOf } from "./privilege";
import { rolesAllowing } from "./roles-allowing";
import { secretOperations } from "./secret-operations";

/*
 * The engine beside what Azure publishes: its built-in roles, the operations that are known of it, and a list of those that
 * give away secrets.
 */
const folder = "../shared/data";
const isThere = existsSync(folder);
const listed = <Row>(file: string) => (isThere ? (JSON.parse(readFileSync(`${folder}/${file}`, "utf8")) as Row[]) : []);

const roles = listed<Omit<Role, "name" | "kind"> & { roleName: string }>("azure-builtin-roles.json").map(
  ({ id, roleName, description, permissions }): Role => ({
    id,
    name: roleName,
    description,
    kind: "builtIn",
    permissions,
  }),
);
const operations = listed<{ name: string; isDataAction: boolean | null }>("azure-provider-operations.json");
const known = knownOperations(
  operations.map(({ name, isDataAction }) => ({ name, isDataAction: isDataAction === true })),
);

const roleOf = (id: string): Role => {
  const role = roles.find((one) => one.id === id);
  if (!role) throw new Error(`There is no role ${id}.`);
  return role;
};

// Slow and plain, and safe here: Azure's own patterns have one star each.
const compiled = new Map<string, RegExp>();
const isOne = (pattern: string, name: string) => {
  let expression = compiled.get(pattern);
  if (!expression) {
    const text = pattern.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", ".*");
    compiled.set(pattern, (expression = new RegExp(`^${text}$`, "i")));
  }
  return expression.test(name);
};
const slowlyAllows = ({ permissions }: Role, name: string) =>
  permissions.some(
    ({ actions, notActions }) =>
      actions.some((pattern) => isOne(pattern, name)) && !notActions.some((pattern) => isOne(pattern, name)),
  );

describe.skipIf(!isThere)("beside Azure's published lists (skipped where ../shared is absent)", () => {
  it("a role comes to the same operations as by a slow evaluation", () => {
    const all = createOperationIndex(operations.map(({ name }) => name));
    const everything = { control: all, data: createOperationIndex([]) };
    const sample = roles.filter(
      ({ permissions }, at) =>
        at % 9 === 0 || permissions.length > 1 || permissions.some(({ notActions }) => notActions.length > 0),
    );
    for (const role of sample) {
      const found = operationNames(effectiveOperations(role, everything).control, all);
      expect(found, role.name).toEqual(all.written.filter((name) => slowlyAllows(role, name)));
    }
    expect(sample.length).toBeGreaterThan(130);
  });

  it("every role gives away what a slow evaluation of every catalogued operation says, and by a pattern that does", () => {
    let pairs = 0;
    for (const role of roles) {
      const fast = [...givenAway(role, ["control"]), ...harmDone(role)];
      const slow = [...secretOperations.control, ...harmfulOperations()].filter(({ operation }) =>
        slowlyAllows(role, operation),
      );
      const named = (list: readonly { operation: string; gives: string }[]) =>
        list.map(({ operation, gives }) => `${operation} ${gives}`).sort();
      expect(named(fast), role.name).toEqual(named(slow));
      for (const { pattern, operation } of fast)
        expect(isOne(pattern, operation), `${role.name} ${pattern}`).toBe(true);
      pairs += fast.length;
    }
    expect(pairs).toBeGreaterThan(1500);
  });

  it("no catalogued operation is a slip of the pen: those that the list of names lacks are known by other ways", () => {
    const published = new Set(operations.map(({ name }) => name.toLowerCase()));
    const others = [...secretOperations.control, ...harmfulOperations()].flatMap(({ operation }) =>
      published.has(operation.toLowerCase()) ? [] : operation,
    );
    expect(others).toEqual([
      "Microsoft.Web/sites/host/listKeys/action",
      "Microsoft.Web/sites/slots/host/listKeys/action",
      "Microsoft.Web/staticSites/listSecrets/action",
      "Microsoft.OperationalInsights/workspaces/regenerateSharedKey/action",
      "Microsoft.Web/sites/slots/functions/write",
      "Microsoft.Web/sites/hostruntime/vfs/write",
      "Microsoft.Authorization/classicAdministrators/write",
      "Microsoft.ManagedIdentity/userAssignedIdentities/*/assign/action",
      "Microsoft.Synapse/workspaces/sqlAdministrators/write",
      "Microsoft.RecoveryServices/vaults/backupConfig/write",
    ]);
  });

  it("all roles come to 158,063 pairs of role and operation", () => {
    const all = createOperationIndex(operations.map(({ name }) => name));
    const everything = { control: all, data: createOperationIndex([]) };
    expect(all.names).toHaveLength(13_618);
    const pairs = roles.map((role) => sizeOf(effectiveOperations(role, everything).control));
    expect(pairs.reduce((sum, size) => sum + size, 0)).toBe(158_063);
  });

  it("every pattern stands for the same operations as its regular expression", () => {
    const index = createOperationIndex(operations.filter((_, at) => at % 11 === 0).map(({ name }) => name));
    const patterns = new Set(
      roles.flatMap(({ permissions }) => permissions.flatMap(({ actions, notActions }) => [...actions, ...notActions])),
    );
    for (const pattern of patterns) {
      const set = emptySet(index.names.length);
      index.mark(set, pattern);
      expect(operationNames(set, index), pattern).toEqual(index.written.filter((name) => isOne(pattern, name)));
    }
  });

  it("579 roles can be delegated, one of them in dispute, besides User Access Administrator", () => {
    expect(roles.filter(isDelegable)).toHaveLength(579);
    const counts = new Map<string, number>();
    for (const role of roles) {
      const { standing } = delegabilityOf(role);
      const what = standing.kind === "refused" ? standing.why.reason : standing.kind;
      counts.set(what, (counts.get(what) ?? 0) + 1);
    }
    expect(Object.fromEntries(counts)).toEqual({
      delegable: 578,
      disputed: 1,
      onlyToAssign: 1,
      owner: 1,
      dataActions: 318,
      restrictedAction: 29,
    });
    const disputed = roles.filter((role) => delegabilityOf(role).standing.kind === "disputed");
    expect(disputed.map(({ name }) => name)).toEqual(["Inference Account Operator"]);
  });

  it("some roles are known to be refused, and why", () => {
    const standing = (id: string) => delegabilityOf(roleOf(id)).standing;
    for (const logAnalytics of ["92aaf0da-9dab-42b6-94a3-d43ce8d16293", "73c42c96-874c-492b-b04d-ab87d138a893"])
      expect(standing(logAnalytics)).toMatchObject({ why: { reason: "dataActions" } });
    expect(standing("e5e2a7ff-d759-4cd2-bb51-3152d37e2eb1")).toMatchObject({
      why: { reason: "restrictedAction", action: "Microsoft.Authorization/locks/write" },
    });
    expect(standing("b24988ac-6180-42a0-ab88-20f7382dd24c")).toEqual({ kind: "delegable" });
    expect(delegabilityOf(roleOf(userAccessAdministrator)).eligible.kind).toBe("refused");
  });

  it("the catalogue covers every operation that is known to give away a secret", () => {
    const secrets = listed<string>("secret-operations.json");
    expect(secrets).toHaveLength(260);
    expect(secrets.filter((name) => !cataloguedAs(name))).toEqual([]);
  });

  it("Virtual Machine Contributor exposes storage keys", () => {
    const machines = roleOf("9980e02c-c2be-4d73-94e8-173b1dc7cf3c");
    expect(givenAway(machines)).toContainEqual({
      operation: "Microsoft.Storage/storageAccounts/listKeys/action",
      gives: "storageKey",
      plane: "control",
      pattern: "Microsoft.Storage/storageAccounts/listKeys/action",
    });
  });

  it("levels are what one expects of well-known roles", () => {
    const levels = {
      "acdd72a7-3385-48ef-bd42-f606fba81ae7": 1, // Reader
      "43d0d8ad-25c7-4714-9337-8ba259a9fe05": 2, // Monitoring Reader
      "cfd33db0-3dd1-45e3-aa9d-cdbdf3b6f24e": 2, // Support Request Contributor
      "4a9ae827-6dc8-4573-8ac7-8239d42aa03f": 3, // Tag Contributor
      "9980e02c-c2be-4d73-94e8-173b1dc7cf3c": 4, // Virtual Machine Contributor
      "b24988ac-6180-42a0-ab88-20f7382dd24c": 5, // Contributor
      "36243c78-bf99-498c-9df9-86d9f8d28608": 5, // Resource Policy Contributor
      "f1a07417-d97a-45cb-824c-7a7467783830": 5, // Managed Identity Operator
    };
    for (const [id, level] of Object.entries(levels))
      expect(privilegeOf(roleOf(id)).level, roleOf(id).name).toBe(level);
  });

  it("the level by patterns is the level by known operations, unless a pattern allows what nobody knows of", () => {
    const different = roles.filter((role) => {
      const names = operationNames(effectiveOperations(role, known).control, known.control);
      const byOperations = Math.max(1, ...names.map((name) => levelOfOperation(name)));
      const { level, because } = delegatedPrivilegeOf(role);
      if (level === byOperations) return false;
      expect(level, role.name).toBeGreaterThan(byOperations);
      expect(because?.pattern, role.name).toContain("*");
      return true;
    });
    expect(different.length).toBeLessThan(30);
  });

  it("the searched operation may be a pattern that a role writes with a star of its own", () => {
    const found = rolesAllowing(roles, "Microsoft.ManagedIdentity/userAssignedIdentities/*/assign/action");
    expect(found.map(({ role, extent }) => [role.name, extent])).toContainEqual(["Managed Identity Operator", "all"]);
  });

  it("nearly every pattern has words", () => {
    const patterns = [...new Set(roles.flatMap(({ permissions }) => permissions.flatMap(({ actions }) => actions)))];
    const asWritten = patterns.filter((pattern) => patternWords(pattern).startsWith("what matches"));
    expect(asWritten.length).toBeLessThan(patterns.length / 100);
    expect(patterns.filter((pattern) => patternWords(pattern).includes("undefined"))).toEqual([]);
  });
});
