import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { RoleId } from "@/lib/domain/ids";
import type { Role } from "@/lib/domain/role";
import { isDelegable } from "@/lib/domain/roles/delegability";
import { judgedBy, offering, standing } from "../example-findings";
import { ruleById } from "../rules";
import { looksSecret } from "./looks-secret";

/* The rules beside the roles that Azure publishes: which of those that can be delegated they find, held standing. */
const folder = "../shared/data";
const isThere = existsSync(folder);
const listed = <Row>(file: string) => (isThere ? (JSON.parse(readFileSync(`${folder}/${file}`, "utf8")) as Row[]) : []);

const roles = listed<Omit<Role, "name" | "kind"> & { roleName: string }>("azure-builtin-roles.json")
  .map(({ id, roleName: name, description, permissions }): Role => ({
    id,
    name,
    description,
    kind: "builtIn",
    permissions,
  }))
  .filter(isDelegable);
const byId = new Map<RoleId, Role>(roles.map((role) => [role.id, role]));

function tripping(id: string): string[] {
  const rule = ruleById(id);
  if (!rule) throw new Error(`There is no rule ${id}.`);
  const { findings } = judgedBy(rule, {
    delegations: [offering(1, { authorizations: roles.map((role) => standing(role)) })],
    roles,
  });
  return findings.flatMap(({ subject }) =>
    subject.kind === "authorization" ? (byId.get(subject.authorization.role)?.name ?? "") : [],
  );
}

describe.skipIf(!isThere)("beside Azure's published roles (skipped where ../shared is absent)", () => {
  it.each([
    ["LH-SEC-001", "Virtual Machine Contributor", "Reader"],
    ["LH-SEC-003", "Virtual Machine Contributor", "Website Contributor"],
    ["LH-SEC-004", "Website Contributor", "Virtual Machine Contributor"],
    ["LH-SEC-005", "Contributor", "Azure Kubernetes Service Cluster User Role"],
    ["LH-SEC-006", "Microsoft Sentinel Automation Contributor", "Microsoft Sentinel Reader"],
    ["LH-SEC-007", "Disk Backup Reader", "Website Contributor"],
    ["LH-SEC-008", "Reader", "Managed Services Registration assignment Delete Role"],
    ["LH-EXE-001", "Virtual Machine Contributor", "Virtual Machine Administrator Login"],
    ["LH-EXE-003", "Automation Contributor", "Automation Runbook Operator"],
    ["LH-EXE-004", "Desktop Virtualization Application Group Contributor", "Desktop Virtualization Reader"],
    ["LH-ESC-001", "Contributor", "Managed Identity Operator"],
    ["LH-ESC-002", "Managed Identity Contributor", "Managed Identity Operator"],
    ["LH-ESC-006", "Resource Policy Contributor", "Contributor"],
    ["LH-ESC-007", "Key Vault Contributor", "Reader"],
    ["LH-ESC-009", "Monitoring Contributor", "Monitoring Reader"],
    ["LH-ESC-010", "Backup Contributor", "Backup Operator"],
    ["LH-ESC-011", "Contributor", "Managed Services Registration assignment Delete Role"],
    ["LH-ESC-012", "SQL Server Contributor", "SQL DB Contributor"],
  ])("%s finds %s and not %s", (id, one, other) => {
    const found = tripping(id);
    expect(found).toContain(one);
    expect(found).not.toContain(other);
  });

  it("operations that end logging are with a score of roles, not with all that name classic alerts", () => {
    expect(tripping("LH-ESC-009").length).toBeLessThan(25);
  });

  it("names that look like secrets are few among those that are in no catalogue", () => {
    const names = listed<{ name: string; isDataAction: boolean | null }>("azure-provider-operations.json")
      .filter(({ isDataAction }) => isDataAction !== true)
      .map(({ name }) => name);
    const looking = names.filter(looksSecret);
    expect(looking.length).toBeGreaterThan(20);
    expect(looking.length).toBeLessThan(60);
  });
});
