import { describe, expect, test } from "vitest";
import { rules } from "@/lib/domain/findings/rules";
import { toSarif, type SarifRun } from "./sarif";

const [rule] = rules;
if (!rule) throw new Error("There are no rules.");

type Log = {
  runs: [
    {
      tool: { driver: { rules: { id: string; help: { text: string } }[] } };
      invocations: { toolExecutionNotifications?: { associatedRule?: object; message: { text: string } }[] }[];
      results: Record<string, unknown>[];
    },
  ];
};
const log = (given: Partial<SarifRun>) =>
  (JSON.parse(toSarif({ version: "1.2.3", rules, results: [], gaps: [], ...given })) as Log).runs[0];
const result = { rule, severity: "critical", message: "So it is.", fingerprint: "00ff", places: [] } as const;

describe("a log in SARIF", () => {
  test("explains every rule that was asked", () => {
    const { driver } = log({}).tool;
    expect(driver.rules.map(({ id }) => id)).toEqual(rules.map(({ id }) => id));
    for (const { help } of driver.rules) expect(help.text).toMatch(/How it is decided: .+\n\nWhat to do: .+/s);
  });

  test("points results at lines of files and names, each with a fingerprint that lasts", () => {
    const places = [{ file: { name: "offers\\for us.json", line: 3, column: 7 }, name: "$.resources[0]" }];
    expect(log({ results: [{ ...result, places }] }).results).toEqual([
      {
        ruleId: rule.id,
        ruleIndex: 0,
        level: "error",
        message: { text: "So it is." },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: "offers/for%20us.json" },
              region: { startLine: 3, startColumn: 7 },
            },
            logicalLocations: [{ fullyQualifiedName: "$.resources[0]" }],
          },
        ],
        partialFingerprints: { "fresnel/v1": "00ff" },
        properties: { severity: "critical" },
      },
    ]);
    const uriOf = (name: string) =>
      JSON.stringify(log({ results: [{ ...result, places: [{ file: { name, line: 1, column: 1 } }] }] }).results[0]);
    expect(uriOf("C:\\a b\\c.json")).toContain('"file:///C:/a%20b/c.json"');
    expect(uriOf("/a/c.json")).toContain('"file:///a/c.json"');
  });

  test("tells what could not be judged", () => {
    const gaps = [
      { rule, message: "No roles.", places: [] },
      { rule: undefined, message: "No file.", places: [] },
    ];
    expect(log({ gaps }).invocations[0]?.toolExecutionNotifications).toEqual([
      { level: "warning", message: { text: "No roles." }, associatedRule: { id: rule.id } },
      { level: "warning", message: { text: "No file." } },
    ]);
    expect(log({}).invocations[0]).toEqual({ executionSuccessful: true });
  });
});
