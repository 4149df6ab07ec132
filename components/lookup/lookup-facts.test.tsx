// @vitest-environment jsdom
import { cleanup, render } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { indexAccess } from "@/lib/domain/access/access-index";
import { aDirectory } from "@/lib/domain/access/example-directory";
import { aDefinition, aDelegation, anInventory, examplePrincipal, exampleRole } from "@/lib/domain/example-inventory";
import type { Entry } from "@/lib/lookup/entry";
import type { LookupSources } from "@/lib/queries/lookup";
import { LookupFacts } from "./lookup-facts";

afterEach(cleanup);

const [person, role] = [examplePrincipal(1), exampleRole(1)];
const authorizations = [{ principal: person, role, label: undefined, delegatedRoles: [] }];
const inventory = anInventory({
  delegations: [1, 2].map((number) => aDelegation(number, { definition: aDefinition(number, { authorizations }) })),
});
const entry = { target: { kind: "user", principal: person }, beside: [] } as unknown as Entry;

function factsOf(enabled: boolean) {
  const access = indexAccess({ inventory, directory: aDirectory({ users: { [person]: { enabled } } }) });
  const sources = { inventory, findings: { assessment: { access } } } as unknown as LookupSources;
  const { container } = render(<LookupFacts entry={entry} sources={sources} mine={undefined} />);
  const facts = [...container.querySelectorAll("dt")].map((label) => [
    label.textContent,
    label.nextElementSibling?.textContent,
  ]);
  cleanup();
  return Object.fromEntries(facts) as Record<string, string>;
}

test("a disabled account is called so, with what is granted to it", () => {
  expect(factsOf(false)).toMatchObject({ State: "disabled", "Gives nothing": "2 grants", Strongest: "None seen" });
  expect(factsOf(true)).not.toHaveProperty("State");
  expect(factsOf(true)).not.toHaveProperty("Gives nothing");
});
