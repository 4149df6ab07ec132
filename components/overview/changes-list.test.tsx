// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
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
import { ChangesList } from "./changes-list";

afterEach(cleanup);

const at = Date.parse("2026-11-24T18:42:00Z");
const subscription = (number: number) => aSubscription(number, { name: `sub-${number}` });
const named = (number: number, name: string) => ({ id: exampleTenant(number), name, domain: undefined });
const tenants = [named(1, "Contoso"), named(2, "Fabrikam"), named(3, "Lamna \u202e<b>Healthcare</b>")];
const lines = () => screen.getAllByRole("listitem").map((line) => line.textContent);

const before = anInventory({
  delegations: [aDelegation(1), aDelegation(2), aDelegation(3)],
  subscriptions: [1, 2, 3].map(subscription),
  tenants,
});

test("what stopped answering and who is gone come first, each in words and with the way there", () => {
  const after = anInventory({
    delegations: [
      aDelegation(1, {
        definition: aDefinition(1, {
          authorizations: [
            { principal: examplePrincipal(7), label: "sp-deploy", role: exampleRole(1), delegatedRoles: [] },
          ],
        }),
      }),
    ],
    subscriptions: [1, 2, 3].map(subscription),
    tenants,
    answers: new Map([
      [exampleSubscription(1), "answered"],
      [exampleSubscription(2), "answered"],
      [exampleSubscription(3), "refused"],
    ]),
  });
  render(<ChangesList before={before} at={at} after={after} />);
  expect(lines()).toEqual([
    "Lamna ⟨202E⟩<b>Healthcare</b> stopped answering: sub-3, not permitted",
    "Fabrikam is gone, with 1 delegation",
    `Contoso Care 1 on 1 scope: sp-deploy got ${exampleRole(1)}, standing`,
  ]);
  const links = screen.getAllByRole("link");
  expect(links).toHaveLength(2);
  expect(links[0]?.getAttribute("href")).toBe(`/customers/${exampleTenant(3)}`);
  expect(links[1]?.getAttribute("href")).toMatch(new RegExp(`^/customers/${exampleTenant(1)}\\?open=`));
  expect(screen.getByText(/Of 1 delegation nobody can tell/)).toBeTruthy();
});

test("of many the first are shown, and all when asked for", () => {
  const many = Array.from({ length: 9 }, (_, number) => number + 1);
  const after = anInventory({
    delegations: many.map((number) => aDelegation(number)),
    subscriptions: many.map(subscription),
  });
  render(<ChangesList before={anInventory()} at={at} after={after} />);
  expect(lines()).toHaveLength(6);
  fireEvent.click(screen.getByRole("button", { name: "Show all 9" }));
  expect(lines()).toHaveLength(9);
});

test("nothing changed is said, and nothing at all where there was no earlier visit", () => {
  const { rerender, container } = render(<ChangesList before={before} at={at} after={before} />);
  expect(screen.getByText("Nothing: it is as you saw it.")).toBeTruthy();
  expect(screen.getByRole("time").title).toMatch(/24 Nov 2026, 18:42 UTC$/);
  rerender(<ChangesList before={undefined} at={at} after={before} />);
  expect(container.textContent).toBe("");
});

test("while it is being read nothing is called gone", () => {
  const after = { ...anInventory(), coverage: { ...anInventory().coverage, finishedAt: undefined } };
  render(<ChangesList before={before} at={at} after={after} />);
  expect(screen.queryAllByRole("listitem")).toEqual([]);
  expect(screen.getByRole("status", { name: "Reading what there is now" })).toBeTruthy();
});
