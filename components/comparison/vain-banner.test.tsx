// @vitest-environment jsdom
import { cleanup, render } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { indexAccess } from "@/lib/domain/access/access-index";
import { aDirectory } from "@/lib/domain/access/example-directory";
import { reachOf } from "@/lib/domain/access/reach";
import { aDefinition, aDelegation, anInventory, examplePrincipal, exampleRole } from "@/lib/domain/example-inventory";
import { VainBanner } from "./vain-banner";

afterEach(cleanup);

const [leaver, role] = [examplePrincipal(1), exampleRole(1)];

function told(enabled: boolean, delegations: number) {
  const authorizations = [{ principal: leaver, role, label: undefined, delegatedRoles: [] }];
  const index = indexAccess({
    inventory: anInventory({
      delegations: Array.from({ length: delegations }, (_, at) =>
        aDelegation(at + 1, { definition: aDefinition(at + 1, { authorizations }) }),
      ),
    }),
    directory: aDirectory({ users: { [leaver]: { enabled } } }),
  });
  return render(<VainBanner index={index} name="Tomas" reach={reachOf(index, leaver)} />).container.textContent;
}

test("of a disabled account it says what is granted and comes back with it", () => {
  expect(told(false, 2)).toBe(
    "Tomas holds nothing. The account is disabled. 2 grants lead here and give nothing. Enabling the account brings the access back.",
  );
  expect(told(false, 1)).toContain("1 grant leads here and gives nothing.");
});

test("of somebody who holds something it says nothing", () => {
  expect(told(true, 2)).toBe("");
});
