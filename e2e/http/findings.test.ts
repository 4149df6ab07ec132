import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { credentialOf, newWorld, person } from "../../emulator/conformance/microsoft-clients";
import type { WorldFile } from "../../emulator/worlds/worlds";
import type { Azure } from "../../lib/azure/client";
import { listProviderOperations } from "../../lib/azure/operations";
import { collect } from "../../lib/collect/collect";
import { collectDirectory } from "../../lib/collect/directory/collect-directory";
import { collectRoleAssignments } from "../../lib/collect/role-assignments/collect-role-assignments";
import { collectTenant } from "../../lib/collect/tenant/collect-tenant";
import { assess } from "../../lib/domain/findings/engine/assess";
import { prepare, type Assessment } from "../../lib/domain/findings/engine/assessment";
import { customersAffected } from "../../lib/domain/findings/evidence/affected";
import { changesOffered, faultFinder } from "../../lib/domain/findings/example-mending";
import type { Finding, Unjudged } from "../../lib/domain/findings/finding";
import { isLivingGroup } from "../../lib/domain/findings/fixes/usual-holder";
import { defaultPolicy } from "../../lib/domain/findings/policy/policy";
import { rules } from "../../lib/domain/findings/rules";
import { isAtLeast } from "../../lib/domain/findings/severity";
import type { Subject } from "../../lib/domain/findings/subject";
import { type PrincipalId, type RoleId, type SubscriptionId } from "../../lib/domain/ids";
import { collectIdentities } from "../../lib/collect/identities/collect-identities";
import { namedPrincipals } from "../../lib/domain/named-principals";
import { knownOperations } from "../../lib/domain/roles/effective-operations";
import { startEmulator, type Description } from "../../scripts/serve.mjs";
import { scriptAzure } from "./script-azure";

const now = "2026-11-20T09:00:00Z";
let program: Awaited<ReturnType<typeof startEmulator>>;
let seen: Judged;

beforeAll(async () => {
  program = await startEmulator({ world: "s", args: ["--now", now] });
  const description = await worldOf({});
  seen = await judged(await azureOf(description, "Mira"));
}, 120_000);
afterAll(() => program.stop());

const worldOf = async (file: Partial<WorldFile>) => {
  const whole = { extends: "s", tenantId: crypto.randomUUID(), ...file } as const;
  return (await newWorld(program.description.endpoints.resourceManager.reachedAt, whole)) as Description;
};

async function azureOf(description: Description, name: string): Promise<Azure> {
  const credential = await credentialOf(description, person(description, name));
  return scriptAzure(description, {
    account: person(description, name),
    async token({ scope }) {
      const token = await credential.getToken(`${new URL(scope).origin}/.default`);
      if (!token) throw new Error("Nobody is signed in.");
      return { token: token.token, expiresOn: token.expiresOnTimestamp };
    },
  });
}

type Judged = Readonly<{ assessment: Assessment; findings: readonly Finding[]; unjudged: readonly Unjudged[] }>;

/** Everything that findings can be worked out from, read as a person may read it. */
async function judged(azure: Azure): Promise<Judged> {
  const inventory = await collect({ azure });
  const principals = namedPrincipals(inventory);
  const directory = await collectDirectory({ azure, principals });
  const tenant = await collectTenant({ azure, directory: directory.directory, principals });
  const { assignments } = await collectRoleAssignments({ azure });
  const { operations } = await listProviderOperations(azure);
  const assessment = prepare({
    inventory,
    directory,
    tenant: tenant.facts,
    roleAssignments: [...assignments.values()],
    operations: knownOperations(operations),
    identities: (await collectIdentities({ azure, subscriptions: inventory.subscriptions.keys() })).identities,
    policy: { ...defaultPolicy, rules: {} },
    now: Date.parse(now),
  });
  return { assessment, ...assess(assessment) };
}

/** "sg-lh-operators: Contributor at Adatum", in words that a person finds in the world's story. */
function wordsOf(subject: Subject, finding: Finding, { inventory, role, principal }: Assessment): string {
  const nameOf = (one: PrincipalId) => {
    const known = principal(one);
    return known.state === "found" ? known.name : known.state;
  };
  const roleName = (one: RoleId) => role(one)?.name ?? one;
  const subscriptionName = (one: SubscriptionId) => inventory.subscriptions.get(one)?.name ?? one;
  switch (subject.kind) {
    case "authorization":
      return `${nameOf(subject.authorization.principal)}: ${roleName(subject.authorization.role)} at ${customersOf(finding)}`;
    case "definition":
      return `${subject.definition.offer} at ${customersOf(finding) || subscriptionName(subject.definition.subscription)}`;
    case "grant":
      return `${nameOf(subject.principal)}: ${roleName(subject.role)} on ${subscriptionName(subject.scope.subscription)}`;
    case "delegation":
      return subscriptionName(subject.delegation.scope.subscription);
    case "principal":
    case "rootRole":
      return nameOf(subject.principal);
    case "role":
      return roleName(subject.role);
    case "subscription":
      return subscriptionName(subject.subscription);
    case "customer":
      return inventory.tenants.get(subject.customer)?.name ?? subject.customer;
  }
}

const customersOf = (finding: Finding): string =>
  customersAffected(finding, seen.assessment)
    .map((customer) => seen.assessment.inventory.tenants.get(customer)?.name ?? customer)
    .sort()
    .join(", ");

const subjectsOf = (rule: string): string[] =>
  seen.findings
    .filter((finding) => finding.rule.id === rule)
    .flatMap((finding) => [finding.subject, ...finding.alike].map((one) => wordsOf(one, finding, seen.assessment)));

/** Which subject of the demo's story trips which rule; each may be tripped by others too. */
const story: Readonly<Record<string, string>> = {
  "LH-SEC-001": "sg-lh-operators: Virtual Machine Contributor at Wingtip Toys",
  "LH-SEC-002": "sg-lh-operators: Contributor at Fabrikam",
  "LH-SEC-003": "sg-woodgrove-core: Storage Account Contributor at Woodgrove Bank",
  "LH-SEC-004": "sg-woodgrove-core: Website Contributor at Coho Vineyard",
  "LH-SEC-005": "sg-lh-operators: Azure Kubernetes Service Cluster Admin Role at Fabrikam",
  "LH-SEC-006": "sg-lh-security: Microsoft Sentinel Automation Contributor at Litware",
  "LH-SEC-007": "Tomas Ekdahl: Contributor at Woodgrove Bank",
  "LH-SEC-008": "sg-lh-readers: Reader at Litware",
  "LH-SEC-009": "Security Reader",
  "LH-EXE-001": "sg-lh-operators: Virtual Machine Contributor at Tailspin Toys",
  "LH-EXE-002": "sg-woodgrove-core: Virtual Machine Contributor at Woodgrove Bank",
  "LH-EXE-003": "sp-patch-automation: Automation Contributor at Tailspin Toys",
  "LH-EXE-004": "sg-lh-operators: Desktop Virtualization Contributor at Tailspin Toys",
  "LH-ESC-001": "sg-woodgrove-core",
  "LH-ESC-002": "sg-lh-operators: Managed Identity Contributor at Tailspin Toys",
  "LH-ESC-003": "sp-policy-remediation: User Access Administrator at Northwind Traders",
  "LH-ESC-004": "sp-policy-remediation: User Access Administrator at Adatum",
  "LH-ESC-005": "Aiko Lindqvist: User Access Administrator at Coho Vineyard",
  "LH-ESC-006": "sg-lh-security: Security Admin at Litware",
  "LH-ESC-007": "sg-lh-security: Key Vault Contributor at Litware",
  "LH-ESC-009": "sg-lh-security: Monitoring Contributor at Litware",
  "LH-ESC-010": "sg-lh-operators: Backup Contributor at Tailspin Toys",
  "LH-ESC-011": "sg-lh-operators: Contributor at Adatum",
  "LH-ESC-012": "sg-woodgrove-core: SQL Server Contributor at Coho Vineyard",
  "LH-JIT-001": "sg-lh-operators: Contributor at Adatum",
  "LH-JIT-003": "sg-lh-operators: Contributor at Fabrikam",
  "LH-JIT-004": "sg-lh-platform: Contributor at Fabrikam",
  "LH-JIT-005": "sg-lh-platform: Contributor at Fabrikam",
  "LH-JIT-006": "sg-woodgrove-core: Logic App Contributor at Coho Vineyard",
  "LH-JIT-007": "Relecloud Care Advanced at Fabrikam",
  "LH-JIT-008": "sg-lh-operators: Contributor at Fabrikam",
  "LH-JIT-009": "sp-patch-automation: Network Contributor at Fabrikam",
  "LH-JIT-010": "sg-lh-operators: Contributor on sub-adatum-prod",
  "LH-PRN-001": "Aiko Lindqvist",
  "LH-PRN-002": "deleted",
  "LH-PRN-004": "Tomas Ekdahl",
  "LH-PRN-005": "Petra Novak",
  "LH-PRN-006": "sg-lh-operators",
  "LH-PRN-007": "sg-woodgrove-core",
  "LH-PRN-008": "Service Desk",
  "LH-PRN-009": "sp-patch-automation",
  "LH-PRN-010": "deleted",
  "LH-PRN-011": "sg-lh-operators: Contributor at Adatum",
  "LH-PRN-012": "sg-lh-soc-shift",
  "LH-PRN-013": "sg-lh-operators",
  "LH-DEL-001": "Relecloud Deploy Pipeline at Fabrikam",
  "LH-DEL-002": "Relecloud Managed Operations at Adatum",
  "LH-DEL-003": "Relecloud Care Operate at Tailspin Toys",
  "LH-DEL-004": "Relecloud Deploy Pipeline at Fabrikam",
  "LH-DEL-005": "sp-deploy-pipeline: Website Contributor on sub-fabrikam-web",
  "LH-DEL-006": "Northwind Traders",
  "LH-DEL-007": "sg-lh-operators: Log Analytics Contributor at Adatum",
  "LH-DEL-009": "Relecloud Managed Security at sub-cohovineyard-web",
  "LH-DEL-010": "sub-adatum-prod",
  "LH-DEL-011": "sub-coffee-roastery",
  "LH-DEL-014": "sub-tailspintoys-desktops",
  "LH-DEL-015": "Offer 1 at Coho Vineyard",
  "LH-DEL-016": "Relecloud Managed Operations at Northwind Traders",
  "LH-PLT-001": "Mira Solberg",
};

/** What no administrator of the demo can read: each is one line among what cannot be judged. */
const unseen: readonly string[] = ["LH-JIT-002", "LH-PRN-014"];

/** In the demo everybody is shown; the test below takes a permission away. */
const onlyWithLessConsent: readonly string[] = ["LH-PRN-003"];

describe("the demo world, read by its administrator", () => {
  test.each(Object.entries(story))("%s is tripped by %s", (rule, subject) => {
    expect(subjectsOf(rule)).toContain(subject);
  });

  test("no rule is left out of the table", () => {
    expect([...Object.keys(story), ...unseen, ...onlyWithLessConsent].sort()).toEqual(rules.map(({ id }) => id).sort());
    for (const rule of [...unseen, ...onlyWithLessConsent]) expect(subjectsOf(rule), rule).toEqual([]);
  });

  test("what cannot be read is said once for each rule", () => {
    for (const rule of unseen) {
      const lines = seen.unjudged.filter((one) => one.rule?.id === rule);
      expect(lines.map(({ because }) => because.kind)).toEqual(["unread"]);
    }
  });

  test("every change that is offered mends its finding, and lets the offer deploy as well as before", () => {
    const { assessment, findings } = seen;
    const approver = assessment.holders.find((id) => isLivingGroup(id, assessment));
    const faultsOf = faultFinder(findings, assessment, approver!);
    const faults = findings.flatMap((finding) =>
      changesOffered(finding, assessment).flatMap((changes) => {
        const { remains, added } = faultsOf(finding, changes);
        return remains || added.length > 0
          ? [`${finding.rule.id}: ${wordsOf(finding.subject, finding, assessment)}`]
          : [];
      }),
    );
    expect(faults).toEqual([]);
  }, 60_000);

  test("its excellent customer trips none, but for what reading alone shows everybody", () => {
    const { inventory } = seen.assessment;
    const excellent = [...inventory.tenants.values()].find(({ name }) => name === "Proseware")?.id;
    expect(excellent && [...inventory.delegations.values()].some(({ customer }) => customer === excellent)).toBe(true);
    const found = seen.findings.filter(
      (finding) => excellent && customersAffected(finding, seen.assessment).includes(excellent),
    );
    const isMuted = ({ rule }: Finding) => defaultPolicy.rules[rule.id] === "off";
    expect(found.filter((one) => !isMuted(one)).map((one) => `${one.rule.id} ${customersOf(one)}`)).toEqual([]);
  });
});

test("no finding is graver than its rule says it can be", () => {
  const graver = seen.findings.filter(({ rule, severity }) => !isAtLeast(rule.severity, severity));
  expect(graver.map(({ rule, severity }) => `${rule.id}: ${severity}`)).toEqual([]);
});

test("with less consent, whom Graph does not show is unknown and never deleted", async () => {
  const description = await worldOf({ consented: ["User.Read", "User.Read.All", "GroupMember.Read.All"] });
  const { findings, assessment, unjudged } = await judged(scriptAzure(description));
  const hidden = findings.filter(({ rule }) => rule.id === "LH-PRN-003").map(({ subject }) => subject);
  expect(hidden.length).toBeGreaterThan(2);
  for (const subject of hidden)
    expect(subject.kind === "principal" && assessment.principal(subject.principal).state).toBe("unreadable");
  const ofDeleted = findings.filter(({ rule }) => rule.id === "LH-PRN-002" || rule.id === "LH-PRN-010");
  expect(ofDeleted).toEqual([]);
  const silent = unjudged.flatMap(({ rule }) => rule?.id ?? []);
  // The program has no role at the root of its tenant either.
  for (const rule of ["LH-PRN-002", "LH-PRN-009", "LH-PRN-010", "LH-PLT-001"]) expect(silent).toContain(rule);
}, 60_000);
