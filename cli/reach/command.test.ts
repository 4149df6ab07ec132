import { describe, expect, test } from "vitest";
import { emptyDirectory } from "@/lib/domain/directory-reading";
import {
  aDefinition,
  aDelegation,
  anInventory,
  aSubscription,
  examplePrincipal,
  exampleRole,
  exampleSubscription,
  exampleTenant,
} from "@/lib/domain/example-inventory";
import type { Principal } from "@/lib/domain/principal";
import { aRoleWithId } from "@/lib/domain/roles/example-role";
import { inventoryFileText } from "@/lib/inventory-file/write";
import { runAnswer } from "../testing/run-answer";
import type { ReachJson } from "./answer";

const [mira, joon, engineers, hidden, gone] = [1, 2, 3, 4, 5].map(examplePrincipal) as [
  never,
  never,
  never,
  never,
  never,
];
const user = (id: never, name: string, detail: string): Principal => ({
  id,
  state: "found",
  kind: "user",
  name,
  detail,
});
const group = (id: never, name: string): Principal => ({ id, state: "found", kind: "group", name, detail: undefined });
const principals: Principal[] = [
  user(mira, "Mira", "mira@contoso.example"),
  user(joon, "Joon", "Joon@contoso.example"),
  group(engineers, "Engineers"),
  group(hidden, "Hidden"),
  { id: gone, state: "deleted" },
];
const line = (principal: never, role = exampleRole(1)) => ({ principal, label: undefined, role, delegatedRoles: [] });
const policy = { stated: true, mfa: true, longest: "PT1H", approvers: [] };

function text({ hides = true, read = true } = {}): string {
  const definition = aDefinition(1, {
    authorizations: [line(engineers), line(gone), ...(hides ? [line(hidden)] : [])],
    eligibleAuthorizations: [{ principal: mira, label: undefined, role: exampleRole(2), policy }],
  });
  const other = aDefinition(2, { authorizations: [line(joon)] });
  const inventory = anInventory({
    delegations: [
      aDelegation(1, {
        definition,
        scope: { kind: "resourceGroup", subscription: exampleSubscription(1), resourceGroup: "rg-a" },
      }),
      aDelegation(2, { definition: other }),
    ],
    subscriptions: [aSubscription(1), aSubscription(2)],
    tenants: [
      { id: exampleTenant(1), name: "Fabrikam", domain: "fabrikam.example" },
      { id: exampleTenant(2), name: "Litware", domain: undefined },
    ],
    roles: new Map([[exampleRole(1), { ...aRoleWithId(exampleRole(1), { actions: ["*"] }), name: "Contributor" }]]),
    answers: new Map([
      [exampleSubscription(1), "answered"],
      [exampleSubscription(2), read ? "answered" : "refused"],
    ]),
  });
  const part = { state: "complete", expected: 0, read: 0, readAt: 0 } as const;
  const coverage = { problems: [], throttled: undefined, startedAt: 0, finishedAt: 0 };
  return [
    ...inventoryFileText({
      collectedAt: 0,
      program: "1",
      cloud: "AzureCloud",
      inventory,
      directory: {
        directory: {
          ...emptyDirectory,
          principals: new Map(principals.map((one) => [one.id, one])),
          users: new Map([mira, joon].map((id) => [id, { enabled: true, guest: false }])),
          groups: new Map(
            [engineers, hidden].map((id) => [id, { type: "security" as const, dynamic: false, roleAssignable: false }]),
          ),
          memberships: new Map([
            [engineers, { state: "read" as const, members: [mira] }],
            [hidden, { state: "unreadable" as const, why: "It is hidden.", fix: "Ask." }],
          ]),
        },
        coverage: { parts: { principals: part, memberships: part, accounts: part, credentials: part }, ...coverage },
      },
      tenant: undefined,
      roleAssignments: { assignments: new Map(), coverage: { parts: { roleAssignments: part }, ...coverage } },
      identities: undefined,
      operations: undefined,
    }),
  ].join("");
}

const files = {
  "all.json": text({ hides: false }),
  "some.json": text(),
  "unread.json": text({ read: false, hides: false }),
  "old.json": text().replace('"version":2', '"version":0'),
  "cut.json": text().slice(0, 900),
};
async function reach(...args: string[]) {
  const { code, out, notes } = await runAnswer(["reach", ...args, "--format", "json"], files);
  expect(code, notes).toBe(0);
  return JSON.parse(out) as ReachJson;
}
const named = { id: exampleTenant(1), name: "Fabrikam" };
const scope = `/subscriptions/${exampleSubscription(1)}/resourceGroups/rg-a`;

describe("fresnel reach --person", () => {
  test("tells what somebody holds, and by which way", async () => {
    const answer = await reach("--person", "MIRA@contoso.example", "all.json");
    expect(answer).toEqual({
      question: { person: "MIRA@contoso.example" },
      reach: [
        expect.objectContaining({
          customer: named,
          scope,
          role: { id: exampleRole(1), name: "Contributor" },
          standing: "yes",
          eligible: "no",
          paths: [
            {
              access: "standing",
              customer: named,
              scope,
              walk: [
                { id: mira, name: "Mira", kind: "user" },
                { id: engineers, name: "Engineers", kind: "group" },
              ],
              sources: ["Care 1"],
              carries: "yes",
            },
          ],
        }),
        expect.objectContaining({ role: { id: exampleRole(2), name: null }, standing: "no", eligible: "yes" }),
      ],
      inVain: [],
      cannotSee: [],
    });
    expect(await reach("--person", mira, "all.json")).toMatchObject({ reach: answer.reach });
  });

  test("tells what could not be seen, and what is granted in vain", async () => {
    const { cannotSee } = await reach("--person", "joon@contoso.example", "some.json");
    expect(cannotSee).toEqual(["the members of Hidden: It is hidden. Ask."]);
    const { reach: none, inVain } = await reach("--person", gone, "all.json");
    expect([none, inVain]).toMatchObject([[], [{ access: "standing", reasons: [`${gone} was deleted`] }]]);
  });
});

describe("fresnel reach --scope and --customer", () => {
  test.each([
    ["--customer", "fabrikam"],
    ["--customer", "FABRIKAM.example"],
    ["--customer", exampleTenant(1)],
    ["--scope", scope.toUpperCase()],
  ])("%s %s names everybody who reaches it", async (option, value) => {
    const { reach: rows, inVain } = await reach(option, value, "all.json");
    expect(rows.map(({ principal, standing, eligible }) => [principal.name, standing, eligible])).toEqual(
      expect.arrayContaining([
        ["Mira", "yes", "no"],
        ["Engineers", "yes", "no"],
        ["Mira", "no", "yes"],
      ]),
    );
    expect(rows.flatMap(({ paths }) => paths.map((path) => path.scope))).toEqual([scope, scope, scope]);
    expect(inVain).toMatchObject([{ principal: { id: gone, name: null } }]);
  });

  test("what is delegated of a group is not of its subscription", async () => {
    const { reach: rows } = await reach("--scope", exampleSubscription(1), "all.json");
    expect(rows).toEqual([]);
  });
});

test("a table has a line for each way, and the rest stands on standard error", async () => {
  const { out, notes } = await runAnswer(["reach", "--customer", "Fabrikam", "some.json"], files);
  expect(out).toMatch(/^Mira +user +Fabrikam +\S+rg-a +Contributor +standing +Engineers \(Care 1\)$/m);
  expect(out).toMatch(/^Engineers +group +.+ itself \(Care 1\)$/m);
  expect(notes).toContain("not seen: the members of Hidden");
  expect(notes).toContain("in vain: ");
});

test.each([
  [["--person", "nobody@contoso.example", "all.json"], "nobody called nobody@contoso.example is known; not everything"],
  [["--person", exampleTenant(9), "all.json"], "no grant leads to"],
  [["--person", exampleTenant(9), "some.json"], "not everything could be seen"],
  [["--customer", "Nobody", "all.json"], "there is no customer Nobody that delegates to us, and everything was read"],
  [["--customer", "Nobody", "unread.json"], "not everything could be seen"],
  [["--scope", exampleSubscription(9), "all.json"], "there is no subscription"],
  [["--scope", "rg-a", "all.json"], "--scope is the id of a subscription"],
  [["all.json"], "answers one question"],
  [["--person", mira, "--customer", "Fabrikam", "all.json"], "answers one question"],
  [["--person", mira, "old.json"], "old.json: $.version is 0, and this program reads version 2"],
  [["--person", mira, "cut.json"], "cut.json: the file ends in the middle"],
  [["--person", mira, "gone.json"], "gone.json does not exist"],
  [["--person", mira], "nobody is signed in"],
])("%j ends with 2 and says why", async (args, words) => {
  const { code, out, notes } = await runAnswer(["reach", ...args], files);
  expect([code, out, notes]).toEqual([2, "", expect.stringContaining(words)]);
});
