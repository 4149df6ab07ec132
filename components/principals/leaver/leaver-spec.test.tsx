// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { rated } from "@/components/access/grant-columns";
import { indexAccess } from "@/lib/domain/access/access-index";
import { aDirectory } from "@/lib/domain/access/example-directory";
import { leaverRows } from "@/lib/domain/access/leaver-rows";
import { reachOf } from "@/lib/domain/access/reach";
import {
  aDefinition,
  aDelegation,
  anInventory,
  aSubscription,
  examplePrincipal,
  exampleRole,
} from "@/lib/domain/example-inventory";
import { inVainSpec, leaverSpec } from "./leaver-spec";

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
const rows = rated(leaverRows(index, reachOf(index, ada)), () => 4);

test.each([leaverSpec, inVainSpec])(
  "on phones each row of $name names its scope, and how far its role reaches",
  ({ compact }) => {
    for (const row of rows) {
      const { container } = render(compact(row));
      expect(container.textContent).toContain(row.grant.scopeName);
      expect(screen.getByRole("img", { name: "Privilege 4 of 5, Keys" })).toBeTruthy();
      cleanup();
    }
    expect(rows.map(({ grant }) => grant.scopeName)).toEqual(["sub-1", "sub-2"]);
  },
);

test.each([leaverSpec, inVainSpec])("the role's column of $name carries its privilege", ({ columns }) => {
  render(columns.find(({ id }) => id === "role")!.cell(rows[0]!, 0));
  expect(screen.getByRole("img", { name: "Privilege 4 of 5, Keys" })).toBeTruthy();
});

test("a scope is a path in files and a name on paper", () => {
  const scope = inVainSpec.columns.find(({ id }) => id === "scope")!;
  expect(scope.exported?.(rows[0]!)).toBe(`/subscriptions/${rows[0]!.grant.subscription}`);
  expect(scope.brief?.(rows[0]!, 0)).toBe("sub-1");
});
