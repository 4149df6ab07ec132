// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { indexAccess } from "@/lib/domain/access/access-index";
import { aDirectory } from "@/lib/domain/access/example-directory";
import { roleRows } from "@/lib/domain/access/role-rows";
import {
  aDefinition,
  aDelegation,
  anInventory,
  aSubscription,
  examplePrincipal,
  exampleRole,
} from "@/lib/domain/example-inventory";
import { RoleHolders } from "./role-holders";

vi.stubGlobal("matchMedia", () => ({ matches: false, addEventListener() {}, removeEventListener() {} }));
afterEach(cleanup);

const [ada, role] = [examplePrincipal(1), exampleRole(1)];

test.each([
  [1, "The grant in Role assignments"],
  [2, "All 2 in Role assignments"],
])("a link leads from %i to the grants themselves", (count, words) => {
  const numbers = Array.from({ length: count }, (_, at) => at + 1);
  const authorizations = [{ principal: ada, role, label: undefined, delegatedRoles: [] }];
  const index = indexAccess({
    inventory: anInventory({
      delegations: numbers.map((number) =>
        aDelegation(number, { definition: aDefinition(number, { authorizations }) }),
      ),
      subscriptions: numbers.map((number) => aSubscription(number)),
    }),
    directory: aDirectory({ users: { [ada]: {} } }),
  });
  const row = roleRows(index, { hasEligible: true }).find(({ id }) => id === role);
  render(<RoleHolders row={row!} index={index} />);
  expect(screen.getByRole("link", { name: words })).toBeTruthy();
});
