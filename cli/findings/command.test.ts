import { describe, expect, test } from "vitest";
import { emptyDirectory } from "@/lib/domain/directory-reading";
import {
  aCoverage,
  anInventory,
  examplePrincipal,
  exampleSubscription,
  exampleTenant,
} from "@/lib/domain/example-inventory";
import { aRoleAllowing, eligible, offering, someone, standing } from "@/lib/domain/findings/example-findings";
import type { Role } from "@/lib/domain/role";
import { rules } from "@/lib/domain/findings/rules";
import { deleteRole, readerRole } from "@/lib/domain/findings/rules/known-roles";
import { owner, userAccessAdministrator } from "@/lib/domain/roles/delegability";
import { inventoryFileText } from "@/lib/inventory-file/write";
import { runAnswer } from "../testing/run-answer";

const keys: Role = { ...aRoleAllowing("Microsoft.Storage/storageAccounts/listKeys/action"), name: "Key Reader" };
const code: Role = { ...aRoleAllowing("Microsoft.Compute/virtualMachines/runCommand/action"), name: "Runner" };
const owning: Role = { ...aRoleAllowing("*"), id: owner, name: "Owner" };
const assigning: Role = { ...aRoleAllowing("*/read"), id: userAccessAdministrator, name: "User Access Administrator" };
const reader: Role = { ...aRoleAllowing("Microsoft.Compute/virtualMachines/read"), id: readerRole, name: "Reader" };
const ending: Role = { ...aRoleAllowing("Microsoft.ManagedServices/registrationAssignments/delete"), id: deleteRole };
const roles = new Map([keys, code, owning, assigning, reader, ending].map((role) => [role.id, role]));
const base = [standing(reader, { label: "Mira" }), standing(ending, { label: "Mira" })];

const gone = examplePrincipal(7);

type Estate = NonNullable<Parameters<typeof anInventory>[0]>;

function text(estate: Estate, hasDirectory = true) {
  const part = { state: "complete", expected: 0, read: 0, readAt: 0 } as const;
  const directory = {
    directory: {
      ...emptyDirectory,
      principals: new Map([
        [someone, { id: someone, state: "found" as const, kind: "group" as const, name: "Mira", detail: undefined }],
        [gone, { id: gone, state: "deleted" as const }],
      ]),
      groups: new Map([[someone, { type: "security" as const, dynamic: false, roleAssignable: true }]]),
      memberships: new Map([[someone, { state: "read" as const, members: [] }]]),
    },
    coverage: {
      parts: { principals: part, memberships: part, accounts: part, credentials: part },
      problems: [],
      throttled: undefined,
      startedAt: 0,
      finishedAt: 0,
    },
  };
  return [
    ...inventoryFileText({
      collectedAt: Date.parse("2026-11-20T09:00:00Z"),
      program: "1",
      cloud: "AzureCloud",
      inventory: anInventory({
        ...estate,
        roles,
        tenants: [{ id: exampleTenant(1), name: "Fabrikam", domain: undefined }],
      }),
      directory: hasDirectory ? directory : undefined,
      tenant: undefined,
      roleAssignments: undefined,
      identities: undefined,
      operations: [],
    }),
  ].join("");
}

const offer = { offer: "Care", description: "Care by Contoso" };
const files = {
  "sound.json": text({ delegations: [offering(1, { authorizations: base }, offer)] }),
  "keys.json": text({
    delegations: [offering(1, { authorizations: [...base, standing(keys, { label: "Mira" })] }, offer)],
  }),
  "left.json": text({
    delegations: [offering(1, { authorizations: [...base, standing(keys, { principal: gone })] }, offer)],
  }),
  "blind.json": text({
    delegations: [
      offering(
        1,
        { authorizations: [...base, standing(keys.id.replace(/.$/, "f") as typeof keys.id, { label: "Mira" })] },
        offer,
      ),
    ],
  }),
  "unread.json": text({
    delegations: [offering(1, { authorizations: base }, offer)],
    coverage: aCoverage({ subscriptions: new Map([[exampleSubscription(2), "refused"]]) }),
  }),
  "code.json": text({
    delegations: [offering(1, { authorizations: [...base, standing(code, { label: "Mira" })] }, offer)],
  }),
  "owner.json": text({
    delegations: [
      offering(
        1,
        {
          authorizations: [
            ...base,
            standing(owning, { label: "Mira" }),
            standing(assigning, { label: "Mira", delegatedRoles: [owner] }),
          ],
        },
        offer,
      ),
    ],
  }),
  "plan.json": text({
    delegations: [
      offering(
        1,
        { authorizations: [standing(code)] },
        { ...offer, plan: { publisher: "contoso", product: "care", name: "gold", version: "1.0.0" } },
      ),
    ],
  }),
  "evil.json": text({
    delegations: [
      offering(
        1,
        { authorizations: [...base, standing(keys, { label: "Mira" })] },
        { ...offer, offer: "=cmd|' /C calc'!A0\u001b[2J" },
      ),
    ],
  }),
  "cut.json": text({ delegations: [] }).slice(0, -40),
  "bad-policy.json": '{"thresholds": {"credentialDays": "9"}}',
  "off.json": '{"rules": {"LH-SEC-001": "off"}}',
};

type Printed = {
  asOf: string;
  findings: {
    rule: string;
    severity: string;
    message: string;
    fingerprint: string;
    customers: object[];
    fix: string;
  }[];
  cannotJudge: { rule: string | null; why: string; fix: string; about: string[] }[];
};
async function findings(...args: string[]) {
  const { code, out } = await runAnswer(["findings", ...args, "--format", "json"], files);
  return { code, ...(JSON.parse(out) as Printed) };
}
// Rules about roles come first: those that ask for members of an empty group have their own tests.
const severe = ["--min-severity", "high"];

describe("fresnel findings", () => {
  test("says what is wrong, with whom, by what, and how to mend it; and ends with 1", async () => {
    const { code, asOf, findings: rows } = await findings("keys.json", ...severe);
    expect([code, asOf]).toEqual([1, "2026-11-20T09:00:00.000Z"]);
    expect(rows.find(({ rule }) => rule === "LH-SEC-001")).toEqual({
      rule: "LH-SEC-001",
      title: "Role hands out secrets, standing",
      severity: "high",
      message: expect.stringContaining("Key Reader for Mira (Microsoft.Storage/storageAccounts/listKeys/action by"),
      fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/),
      customers: [{ id: exampleTenant(1), name: "Fabrikam" }],
      customerCount: 1,
      scopeCount: 1,
      scopes: [`/subscriptions/${exampleSubscription(1)}`],
      offers: ["Care"],
      principal: { id: someone, name: "Mira" },
      role: { id: keys.id, name: "Key Reader" },
      access: "standing",
      fix: expect.stringContaining("Make the role eligible"),
    });
  });

  test("says why a role cannot be delegated, be it one that is there to be assigned", async () => {
    const { findings: rows } = await findings("owner.json", ...severe);
    expect(rows.filter(({ rule }) => rule === "LH-DEL-007").map(({ message }) => message)).toEqual([
      "Role that Azure Lighthouse does not delegate: Owner for Mira. Azure Lighthouse never delegates Owner.",
      "Role that Azure Lighthouse does not delegate: Owner in delegatedRoleDefinitionIds. Azure Lighthouse never delegates Owner.",
    ]);
  });

  test("tells to take out whoever is gone", async () => {
    const { findings: rows } = await findings("left.json", ...severe);
    expect(rows.find(({ rule }) => rule === "LH-SEC-001")?.fix).toMatch(/^Nobody has this id any more: remove/);
  });

  test("ends with 0 where nothing of that severity is found and all that can be told was judged", async () => {
    const { code, findings: rows, cannotJudge } = await findings("sound.json", "--min-severity", "critical");
    expect([code, rows, cannotJudge.filter(({ rule }) => rule === null)]).toEqual([0, [], []]);
  });

  test("ends with 2 where nothing is found and something could not be judged", async () => {
    const unread = await findings("unread.json", "--min-severity", "critical");
    expect([unread.code, unread.findings]).toEqual([2, []]);
    expect(unread.cannotJudge).toContainEqual(expect.objectContaining({ rule: null, about: [exampleSubscription(2)] }));
    const blind = await findings("blind.json", "--min-severity", "high", "--policy", "off.json");
    expect(blind.cannotJudge.find(({ rule }) => rule === "LH-SEC-003")?.why).toContain("what the role allows");
    expect(blind.cannotJudge.find(({ rule }) => rule === "LH-SEC-001")).toBeUndefined();
  });

  test("what a policy makes of a rule decides whether it counts that the rule could not be judged", async () => {
    const rulesUnjudged = async (setting: string) => {
      const policy = JSON.stringify({ rules: { "LH-SEC-003": setting } });
      const given = ["findings", "blind.json", "--min-severity", "high", "--policy", "set.json", "--format", "json"];
      const { out } = await runAnswer(given, { ...files, "set.json": policy });
      return (JSON.parse(out) as Printed).cannotJudge.map(({ rule }) => rule);
    };
    expect(await rulesUnjudged("on")).toContain("LH-SEC-003");
    expect(await rulesUnjudged("critical")).toContain("LH-SEC-003");
    expect(await rulesUnjudged("medium")).not.toContain("LH-SEC-003");
  });

  test("what this inventory lacks counts; what none ever has is listed and does not", async () => {
    const judged = async (file: string, ...on: string[]) => {
      const off = Object.fromEntries(rules.map(({ id }) => [id, on.includes(id) ? "on" : "off"]));
      const given = ["findings", file, "--min-severity", "info", "--policy", "only.json", "--format", "json"];
      const { code, out } = await runAnswer(given, { ...files, "only.json": JSON.stringify({ rules: off }) });
      const { findings, cannotJudge } = JSON.parse(out) as Printed;
      return [code, findings.length, cannotJudge.map(({ rule }) => rule)];
    };
    expect(await judged("code.json", "LH-EXE-002")).toEqual([2, 0, ["LH-EXE-002"]]);
    expect(await judged("sound.json", "LH-EXE-002")).toEqual([0, 0, []]);
    expect(await judged("sound.json", "LH-PLT-001")).toEqual([2, 0, ["LH-PLT-001"]]);
    expect(await judged("sound.json", "LH-PRN-014")).toEqual([0, 0, ["LH-PRN-014"]]);
    expect(await judged("plan.json", "LH-DEL-016")).toEqual([0, 0, ["LH-DEL-016"]]);
  });

  test("what is found decides before what could not be judged", async () => {
    const file = JSON.parse(files["keys.json"]) as { coverage: { subscriptions: { entries: unknown[] } } };
    file.coverage.subscriptions.entries.push([exampleSubscription(2), "refused"]);
    const { code } = await runAnswer(["findings", "both.json", ...severe], {
      ...files,
      "both.json": JSON.stringify(file),
    });
    expect(code).toBe(1);
  });

  test("fingerprints are the same in every run, and each finding's own", async () => {
    const prints = (await findings("keys.json", "--min-severity", "info")).findings.map(
      ({ fingerprint }) => fingerprint,
    );
    expect(new Set(prints).size).toBe(prints.length);
    expect(
      (await findings("keys.json", "--min-severity", "info")).findings.map(({ fingerprint }) => fingerprint),
    ).toEqual(prints);
  });

  test("prints the same findings as a table, for spreadsheets without formulas, and for code scanning", async () => {
    const { findings: rows } = await findings("evil.json", ...severe);
    const run = async (format: string) =>
      (await runAnswer(["findings", "evil.json", ...severe, "--format", format], files)).out;
    const table = await run("table");
    expect(table.trim().split("\n")).toHaveLength(rows.length + 1);
    expect(table).not.toContain("\u001b");
    const csv = await run("csv");
    expect(csv.split("\r\n")).toHaveLength(rows.length + 2);
    expect(csv).toContain("'=cmd|");
    const log = JSON.parse(await run("sarif")) as { runs: { results: { ruleId: string; locations: object[] }[] }[] };
    expect(log.runs[0]?.results.map(({ ruleId }) => ruleId)).toEqual(rows.map(({ rule }) => rule));
    expect(log.runs[0]?.results[0]?.locations[0]).toMatchObject({
      physicalLocation: { artifactLocation: { uri: "evil.json" } },
    });
  });

  test("without a directory, says so of every rule that asks for people", async () => {
    const bare = {
      ...files,
      "bare.json": text(
        { delegations: [offering(1, { authorizations: base, eligibleAuthorizations: [eligible(keys)] }, offer)] },
        false,
      ),
    };
    const { out, notes } = await runAnswer(["findings", "bare.json", "--format", "csv"], bare);
    expect(out).toMatch(/^Severity,Rule,/);
    expect(notes).toContain("not judged: LH-PRN-001: The directory of the managing tenant was not read.");
  });

  test.each([
    [["cut.json"], "cut.json: the file ends in the middle"],
    [
      ["keys.json", "--policy", "bad-policy.json"],
      "bad-policy.json:1: thresholds.credentialDays: Should be a whole number",
    ],
    [["keys.json", "--min-severity", "severe"], "--min-severity is critical, high"],
    [["--policy", "bad-policy.json"], "bad-policy.json:1"],
    [[], "nobody is signed in"],
  ])("%j ends with 2 and says why", async (args, words) => {
    const { code, out, notes } = await runAnswer(["findings", ...args], files);
    expect([code, out, notes]).toEqual([2, "", expect.stringContaining(words)]);
  });
});
