// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { rated } from "@/components/access/grant-columns";
import { indexAccess } from "@/lib/domain/access/access-index";
import { compareReach } from "@/lib/domain/access/compare";
import { compareRows } from "@/lib/domain/access/compare-rows";
import { aDirectory } from "@/lib/domain/access/example-directory";
import {
  aDefinition,
  aDelegation,
  anInventory,
  aSubscription,
  examplePrincipal,
  exampleRole,
} from "@/lib/domain/example-inventory";
import { compareSpec } from "./compare-spec";

afterEach(cleanup);

const [ada, role] = [examplePrincipal(1), exampleRole(1)];
const definition = (number: number) =>
  aDefinition(number, { authorizations: [{ principal: ada, role, label: undefined, delegatedRoles: [] }] });
const index = indexAccess({
  inventory: anInventory({
    delegations: [1, 2].map((number) => aDelegation(number, { definition: definition(number) })),
    subscriptions: [1, 2].map((number) => aSubscription(number, { name: `sub-${number}` })),
  }),
  directory: aDirectory({ users: { [ada]: { enabled: true } } }),
});
const [row] = rated(compareRows(index, compareReach(index, ada, examplePrincipal(2))), () => 4);

test("a compared role carries its privilege, in its column and on phones", () => {
  render(compareSpec.columns.find(({ id }) => id === "role")!.cell(row!, 0));
  render(compareSpec.compact(row!));
  expect(screen.getAllByRole("img", { name: "Privilege 4 of 5, Keys" })).toHaveLength(2);
});
