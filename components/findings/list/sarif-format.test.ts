import { expect, test } from "vitest";
import { exampleSubscription } from "@/lib/domain/example-inventory";
import { aRoleAllowing, judgedBy, offering, standing } from "@/lib/domain/findings/example-findings";
import { fingerprintOf } from "@/lib/domain/findings/finding";
import { findingRows, type FindingRow } from "@/lib/domain/findings/rows/finding-rows";
import { notDelegable } from "@/lib/domain/findings/rules/delegations/lh-del-007";
import { misleadingLabel } from "@/lib/domain/findings/rules/principals/lh-prn-011";
import type { Rule } from "@/lib/domain/findings/rule";
import type { Findings } from "@/lib/queries/findings";
import { finish } from "@/lib/table/slices";
import { sarifOf } from "./sarif-format";

type Result = Readonly<{
  ruleId: string;
  message: { text: string };
  locations: readonly { logicalLocations: readonly { fullyQualifiedName: string }[] }[];
  partialFingerprints: Record<string, string>;
}>;

const custom = { ...aRoleAllowing("*/read"), name: "Their \u202eReader", kind: "custom" as const };

async function resultsOf(rule: Rule): Promise<readonly Result[]> {
  const offers = [1, 2].map((number) => offering(number, { authorizations: [standing(custom, { label: "Boss" })] }));
  const { assessment, findings } = judgedBy(rule, { delegations: offers, roles: [custom] });
  const rows: readonly FindingRow[] = finish(findingRows(findings, assessment));
  const format = sarifOf({ assessment, unjudged: [], rows } as unknown as Findings);
  const text = await format.write(rows, undefined as never);
  const [run] = (JSON.parse(text as string) as { runs: { results: Result[] }[] }).runs;
  expect(run?.results.map((one) => one.partialFingerprints["fresnel/v1"])).toEqual(findings.map(fingerprintOf));
  return run?.results ?? [];
}

test("a result says what the command line says, where it takes effect, and hides nothing in a name", async () => {
  const [result] = await resultsOf(notDelegable);
  expect(result?.message.text).toMatch(
    /^Role that Azure Lighthouse does not delegate: Their ⟨202E⟩Reader for .*\. .*custom role/,
  );
  expect(result?.locations.map(({ logicalLocations: [place] }) => place?.fullyQualifiedName)).toEqual([
    `/subscriptions/${exampleSubscription(1)}`,
  ]);
});

test("what is about nobody's delegation in particular is placed by its subject", async () => {
  for (const { locations } of await resultsOf(misleadingLabel)) expect(locations.length).toBeGreaterThan(0);
});
