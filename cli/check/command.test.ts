import { describe, expect, test } from "vitest";
import {
  assignmentOf,
  definitionOf,
  ending,
  engineers,
  ids,
  line,
  parametersOf,
  readers,
  templateOf,
} from "@/lib/domain/template/example-template";
import { runAnswer } from "../testing/run-answer";

const role = (id: string, roleName: string, ...actions: string[]) => ({ id, roleName, permissions: [{ actions }] });
const roles = [
  role(ids.reader, "Reader", "*/read"),
  role(ids.contributor, "Contributor", "*"),
  role(ids.deleteRole, "Delete Role", "Microsoft.ManagedServices/registrationAssignments/delete"),
];
const sound = definitionOf({
  authorizations: [readers, ending, line(ids.engineers, ids.reader)],
  eligibleAuthorizations: [engineers],
});
const parametersOnly = templateOf([definitionOf({ authorizations: "[parameters('lines')]" })], {
  parameters: { lines: { type: "array" } },
});
const files = {
  "sound.json": JSON.stringify(templateOf([sound, assignmentOf()]), null, 2),
  "bad.json": JSON.stringify(
    templateOf([definitionOf({ authorizations: [line(ids.engineers, ids.contributor)] })]),
    null,
    2,
  ),
  "open.json": JSON.stringify(parametersOnly),
  "open.parameters.json": JSON.stringify(
    parametersOf({ lines: [line(ids.engineers, ids.contributor)], more: 1 }),
    null,
    2,
  ),
  "tenant.json": JSON.stringify(
    templateOf([{ ...sound, properties: { ...sound.properties, managedByTenantId: "contoso.com" } }]),
  ),
  "roles.json": JSON.stringify(roles),
  "other.json": '{"resources": []}',
  "policy.json": '{"rules": {"LH-SEC-001": "off", "LH-DEL-001": "info"}}',
  "bad-policy.json": '{"rules": {\n"LH-SEC-000": "off"}}',
};
type Printed = {
  findings: { rule: string; severity: string; path: string; message: string; file: string; line: number }[];
  cannotJudge: { rule: string | null; path: string; message: string }[];
};

async function check(...args: string[]) {
  const { code, out, notes } = await runAnswer(["check", ...args, "--format", "json"], files);
  return { code, notes, ...(JSON.parse(out) as Printed) };
}

describe("fresnel check", () => {
  test("finds nothing in a sound template and ends with 0, whoever the people are", async () => {
    const { code, findings, cannotJudge } = await check("sound.json", "--definitions", "roles.json");
    expect([code, findings]).toEqual([0, []]);
    expect(cannotJudge.map(({ message }) => message)).toContain("Cannot be judged without a directory.");
  });

  test("points at what it finds and ends with 1", async () => {
    const { code, findings } = await check("bad.json", "--definitions", "roles.json");
    expect(code).toBe(1);
    const found = findings.find(({ rule }) => rule === "LH-SEC-001");
    expect(found).toMatchObject({
      severity: "high",
      path: "$.resources[0].properties.authorizations[0].roleDefinitionId",
      file: "bad.json",
    });
    expect(files["bad.json"].split("\n")[(found?.line ?? 0) - 1]).toContain(ids.contributor);
  });

  test("reads parameters, points into them, and remarks on those that the template does not have", async () => {
    const { findings, notes } = await check(
      "open.json",
      "--parameters",
      "open.parameters.json",
      "--definitions",
      "roles.json",
    );
    expect(findings.find(({ rule }) => rule === "LH-SEC-001")).toMatchObject({
      path: "$.parameters.lines.value[0].roleDefinitionId",
      file: "open.parameters.json",
    });
    expect(notes).toContain("gives more, which the template does not have");
  });

  test("ends with 2 where roles or lines are unknown, and says why", async () => {
    const blind = await check("sound.json");
    expect([blind.code, blind.findings]).toEqual([2, []]);
    expect(blind.cannotJudge).toContainEqual(
      expect.objectContaining({ rule: "LH-SEC-001", message: "Cannot be judged without role definitions." }),
    );
    const open = await check("open.json", "--definitions", "roles.json");
    expect([open.code, open.findings]).toEqual([2, []]);
    expect(open.cannotJudge).toContainEqual(
      expect.objectContaining({ rule: null, path: "$.resources[0].properties.authorizations" }),
    );
  });

  test("ends with 2 where the managing tenant is no id, and points at it", async () => {
    const { code, findings, cannotJudge } = await check("tenant.json", "--definitions", "roles.json");
    expect([code, findings]).toEqual([2, []]);
    expect(cannotJudge).toContainEqual(
      expect.objectContaining({ rule: null, path: "$.resources[0].properties.managedByTenantId" }),
    );
  });

  test("rules that need no role answer without one", async () => {
    const { code, findings } = await check("bad.json");
    expect([code, findings.map(({ rule }) => rule)]).toEqual([1, expect.arrayContaining(["LH-DEL-001"])]);
  });

  test("a policy and a least severity decide what is reported", async () => {
    const given = ["bad.json", "--definitions", "roles.json"];
    const rulesOf = async (...args: string[]) => (await check(...given, ...args)).findings.map(({ rule }) => rule);
    expect(await rulesOf("--policy", "policy.json")).not.toContain("LH-SEC-001");
    expect(await rulesOf("--policy", "policy.json")).not.toContain("LH-DEL-001");
    expect(await rulesOf("--policy", "policy.json", "--min-severity", "info")).toContain("LH-DEL-001");
    const severe = (await check(...given, "--min-severity", "critical")).findings;
    expect(severe.every(({ severity }) => severity === "critical")).toBe(true);
  });

  test("prints a table and a log in SARIF of the same findings", async () => {
    const given = ["check", "bad.json", "--definitions", "roles.json"];
    const { findings } = await check(...given.slice(1));
    const table = await runAnswer(given, files);
    expect(table.out.trim().split("\n")).toHaveLength(findings.length + 1);
    expect(table.notes).toContain("not judged: bad.json:1: Cannot be judged without a directory. (LH-");
    const { out } = await runAnswer([...given, "--format", "sarif"], files);
    const [run] = (JSON.parse(out) as { runs: { results: { ruleId: string; partialFingerprints: object }[] }[] }).runs;
    expect(run?.results.map(({ ruleId }) => ruleId)).toEqual(findings.map(({ rule }) => rule));
    const prints = run?.results.map(({ partialFingerprints }) => JSON.stringify(partialFingerprints)) ?? [];
    expect(new Set(prints).size).toBe(prints.length);
  });

  test.each([
    [["other.json"], "other.json:1: it is no template of Azure Lighthouse"],
    [["gone.json"], "gone.json does not exist"],
    [["sound.json", "--parameters", "other.json"], "other.json:1: it is no parameters file"],
    [["sound.json", "--definitions", "other.json"], "other.json:1: $ should be a list"],
    [["sound.json", "--policy", "bad-policy.json"], "bad-policy.json:2: rules.LH-SEC-000: There is no such rule"],
    [[], "needs a template"],
    [["sound.json", "other.json"], 'does not expect "other.json"'],
  ])("%j ends with 2 and prints no result", async (args, words) => {
    const { code, out, notes } = await runAnswer(["check", ...args], files);
    expect([code, out, notes]).toEqual([2, "", expect.stringContaining(words)]);
  });
});
