import { expect, test } from "vitest";
import { exampleSubscription } from "@/lib/domain/example-inventory";
import { aRoleAllowing, judgedBy, offering, someone, standing } from "@/lib/domain/findings/example-findings";
import { fingerprintOf } from "@/lib/domain/findings/finding";
import { findingRows, type FindingRow } from "@/lib/domain/findings/rows/finding-rows";
import { notDelegable } from "@/lib/domain/findings/rules/delegations/lh-del-007";
import { monitoringReaderRole } from "@/lib/domain/findings/rules/known-roles";
import { monitoringReaderAtRoot } from "@/lib/domain/findings/rules/platform/lh-plt-001";
import type { Rule } from "@/lib/domain/findings/rule";
import type { Findings } from "@/lib/queries/findings";
import { noTenantFacts } from "@/lib/domain/tenant-facts";
import { finish } from "@/lib/table/slices";
import { sarifOf } from "./sarif-format";

type Result = Readonly<{
  ruleId: string;
  message: { text: string };
  locations: readonly { logicalLocations: readonly { fullyQualifiedName: string }[] }[];
  partialFingerprints: Record<string, string>;
}>;

const custom = { ...aRoleAllowing("*/read"), name: "Their \u202eReader", kind: "custom" as const };

async function resultsOf(rule: Rule, given: Parameters<typeof judgedBy>[1]): Promise<readonly Result[]> {
  const { assessment, findings } = judgedBy(rule, given);
  const rows: readonly FindingRow[] = finish(findingRows(findings, assessment));
  const format = sarifOf({ assessment, unjudged: [], rows } as unknown as Findings);
  const text = await format.write(rows, undefined as never);
  const [run] = (JSON.parse(text as string) as { runs: { results: Result[] }[] }).runs;
  expect(run?.results.map((one) => one.partialFingerprints["fresnel/v1"])).toEqual(findings.map(fingerprintOf));
  return run?.results ?? [];
}

const placesOf = ({ locations }: Result) =>
  locations.flatMap(({ logicalLocations }) => logicalLocations.map((place) => place.fullyQualifiedName));

test("a result says what the command line says, where it takes effect, and hides nothing in a name", async () => {
  const delegations = [1, 2].map((number) => offering(number, { authorizations: [standing(custom)] }));
  const [result] = await resultsOf(notDelegable, { delegations, roles: [custom] });
  expect(result?.message.text).toMatch(
    /^Role that Azure Lighthouse does not delegate: Their ⟨202E⟩Reader for .*\. .*custom role/,
  );
  expect(result && placesOf(result)).toEqual([`/subscriptions/${exampleSubscription(1)}`]);
});

test("what takes effect through no delegation is placed by its subject", async () => {
  const held = { principal: someone, kind: "user", role: monitoringReaderRole } as const;
  const results = await resultsOf(monitoringReaderAtRoot, {
    tenant: { ...noTenantFacts, rootRoles: { state: "read", roles: [held] } },
  });
  expect(results.map(placesOf)).toEqual([[expect.stringContaining(someone)]]);
});
