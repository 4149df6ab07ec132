import { expect, test } from "vitest";
import {
  aDefinition,
  aDelegation,
  anInventory,
  aSubscription,
  examplePrincipal,
  exampleRole,
} from "../example-inventory";
import { emptyDirectory } from "../directory-reading";
import { indexAccess } from "./access-index";
import { aDirectory } from "./example-directory";
import { reachOf } from "./reach";
import { withMyself } from "./with-myself";

const [me, colleague, team, outer] = [1, 2, 3, 4].map(examplePrincipal);
const ines = { id: me!, name: "Ines" };
const standing = (principal: typeof team) => ({
  principal: principal!,
  role: exampleRole(1),
  label: undefined,
  delegatedRoles: [],
});
const inventory = anInventory({
  delegations: [1, 2].map((number) =>
    aDelegation(number, { definition: aDefinition(number, { authorizations: [standing(number === 1 ? me : team)] }) }),
  ),
  subscriptions: [aSubscription(1), aSubscription(2)],
});
const heldWith = (directory: Parameters<typeof withMyself>[0], groups: Parameters<typeof withMyself>[2]) =>
  reachOf(indexAccess({ inventory, directory: withMyself(directory, ines, groups) }), me!).held.map(
    ({ standing: answer, doubts }) => [answer, doubts.map(({ why }) => why)],
  );

test("where the directory cannot be read, my own groups lead on, and what they are stays in doubt", () => {
  expect(heldWith(emptyDirectory, new Set([team!]))).toEqual([
    ["yes", []],
    ["cannotSee", ["unknownGroupType"]],
  ]);
  expect(heldWith(emptyDirectory, undefined)).toEqual([["yes", []]]);
});

test("a group whose kind is known and whose members are not is mine for certain", () => {
  const hidden = aDirectory({
    groups: { [team!]: { membership: { state: "unreadable", why: "hidden", fix: undefined, known: [colleague!] } } },
  });
  expect(heldWith(hidden, new Set([team!]))).toEqual([
    ["yes", []],
    ["yes", []],
  ]);
  expect(withMyself(hidden, ines, new Set([team!])).memberships.get(team!)).toMatchObject({
    state: "unreadable",
    known: [colleague, me],
  });
});

test("what the directory said stays: members that were read, and who I am", () => {
  const read = aDirectory({
    users: { [me!]: { guest: true } },
    groups: { [team!]: { members: [me!] }, [outer!]: { members: [team!] } },
  });
  const mine = withMyself(read, ines, new Set([team!, outer!]));
  expect(mine.memberships).toEqual(read.memberships);
  expect(mine.users).toEqual(read.users);
  expect(mine.principals).toEqual(read.principals);
});
