import { expect, test } from "vitest";
import { aRoleAllowing, judgedBy, offering, standing } from "@/lib/domain/findings/example-findings";
import { evidenceOf } from "@/lib/domain/findings/evidence/explain";
import { knownOperations, type KnownOperations } from "@/lib/domain/roles/effective-operations";
import { unclassifiedSecrets } from "./lh-sec-009";

const published = knownOperations(
  ["Microsoft.New/things/listAccessKeys/action", "Microsoft.New/things/restart/action"].map((name) => ({
    name,
    isDataAction: false,
  })),
);
const of = (action: string, operations = published) => judged(action, operations);

function judged(action: string, operations: KnownOperations | undefined) {
  const role = aRoleAllowing(action);
  const delegations = [1, 2].map((number) => offering(number, { authorizations: [standing(role)] }));
  return judgedBy(unclassifiedSecrets, { delegations, roles: [role], operations });
}

test("an operation that a role writes out, once however many offers name the role", () => {
  const { findings, assessment } = of("Microsoft.Newer/things/regeneratePrimaryKey/action");
  expect(findings.map(({ severity }) => severity)).toEqual(["info"]);
  expect(evidenceOf(findings[0]!, assessment).operations.map(({ operation }) => operation)).toEqual([
    "Microsoft.Newer/things/regeneratePrimaryKey/action",
  ]);
});

test("an operation that a wildcard covers, once Azure's list of them is read", () => {
  expect(of("Microsoft.New/*").count).toBe(1);
  expect(of("Microsoft.New/*", knownOperations([])).count).toBe(0);
});

test("what the catalogue knows, and what only sounds like one", () => {
  for (const action of [
    "Microsoft.Storage/storageAccounts/listKeys/action",
    "Microsoft.KeyVault/vaults/getKeyVaultStatus/action",
    "Microsoft.Sql/servers/getBestPracticesAssessment/action",
    "Microsoft.New/things/listAvailableVersions/action",
    "Microsoft.New/things/keys/read",
  ])
    expect(of(action).count, action).toBe(0);
});

test("a wildcard is not judged while the list was not read; what a role writes out is", () => {
  const wildcard = judged("Microsoft.New/*", undefined);
  expect([wildcard.count, wildcard.unjudged]).toEqual([0, ["unread"]]);
  const written = judged("Microsoft.Newer/things/regeneratePrimaryKey/action", undefined);
  expect([written.count, written.unjudged]).toEqual([1, []]);
});
