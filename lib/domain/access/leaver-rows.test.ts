import fc from "fast-check";
import { expect, test } from "vitest";
import type { Definition } from "../definition";
import { aDefinition, aDelegation, anInventory, examplePrincipal, exampleRole } from "../example-inventory";
import { indexAccess } from "./access-index";
import { aDirectory } from "./example-directory";
import { leaverRows } from "./leaver-rows";
import { people, person, worlds } from "./random-worlds";
import { reachOf } from "./reach";

const [ada, team, outer, ruled, mail] = [
  examplePrincipal(1),
  examplePrincipal(2),
  examplePrincipal(3),
  examplePrincipal(4),
  examplePrincipal(5),
];
const standing = (principal = ada) => ({
  ...{ principal, role: exampleRole(1), label: undefined, delegatedRoles: [] },
});

const leaverOf = (definition: Partial<Definition>, enabled = true) => {
  const directory = aDirectory({
    users: { [ada]: { enabled } },
    groups: {
      [team]: { members: [ada] },
      [outer]: { members: [team, ruled, mail] },
      [ruled]: { members: [ada] },
      [mail]: { type: "microsoft365", members: [ada] },
    },
  });
  const groups = new Map(directory.groups);
  groups.set(ruled, { type: "security", dynamic: true, roleAssignable: undefined });
  const index = indexAccess({
    inventory: anInventory({ delegations: [aDelegation(1, { definition: aDefinition(1, definition) })] }),
    directory: { ...directory, groups },
  });
  return leaverRows(index, reachOf(index, ada));
};

test("a grant through nested groups ends by leaving every group that leads there", () => {
  const [row] = leaverOf({ authorizations: [standing(outer)] });
  expect(row).toMatchObject({ gives: "yes", isDirect: false, removal: { kind: "leave" } });
  expect(row!.removal.kind === "leave" && row!.removal.groups.map(({ id, isDynamic }) => [id, isDynamic])).toEqual([
    [team, false],
    [ruled, true],
  ]);
});

test("what names the person ends with the offer, and is told from what a group brings", () => {
  const rows = leaverOf({ authorizations: [standing(ada), standing(team)] });
  expect(rows.map(({ isDirect, removal }) => [isDirect, removal.kind])).toEqual([
    [true, "offer"],
    [false, "leave"],
  ]);
});

test("a disabled account gives nothing and still has to be taken out everywhere", () => {
  const rows = leaverOf({ authorizations: [standing(ada), standing(outer)] }, false);
  expect(rows.map(({ gives, reasons }) => [gives, reasons[0]?.why])).toEqual([
    ["no", "disabled"],
    ["no", "disabled"],
  ]);
  expect(rows[1]!.removal).toMatchObject({ kind: "leave", groups: [{ id: team }, { id: ruled }] });
});

test("every grant that leads to somebody is there once, and each has something that removes it", () => {
  fc.assert(
    fc.property(worlds, fc.nat({ max: people - 1 }), (sources, number) => {
      const index = indexAccess(sources);
      const reach = reachOf(index, person(number));
      const rows = leaverRows(index, reach);
      const grants = [...reach.held.flatMap((held) => held.grants), ...reach.inVain.map(({ grant }) => grant)];
      expect(rows.map(({ grant }) => grant.grant)).toEqual(grants.sort((one, other) => one - other));
      for (const { removal } of rows) if (removal.kind === "leave") expect(removal.groups).not.toEqual([]);
    }),
    { numRuns: 150 },
  );
});
