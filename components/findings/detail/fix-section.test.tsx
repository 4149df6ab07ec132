// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { examplePrincipal } from "@/lib/domain/example-inventory";
import {
  aDirectory,
  aRoleAllowing,
  judgedBy,
  offering,
  someone,
  standing,
} from "@/lib/domain/findings/example-findings";
import { notDelegable } from "@/lib/domain/findings/rules/delegations/lh-del-007";
import { standingStorageKeys } from "@/lib/domain/findings/rules/secrets/lh-sec-003";
import type { Findings } from "@/lib/queries/findings";
import { FixSection } from "./fix-section";

beforeEach(() => {
  vi.stubGlobal("matchMedia", () => ({ matches: false, addEventListener() {}, removeEventListener() {} }));
});
afterEach(cleanup);

const keys = "Microsoft.Storage/storageAccounts/listKeys/action";
const large = { ...aRoleAllowing("Some.One/start/action", "Some.One/write", keys), name: "Large" };
const smaller = { ...aRoleAllowing("Some.One/start/action", "Some.One/write"), name: "Smaller" };
const starter = { ...aRoleAllowing("Some.One/start/action"), name: "Starter" };
const [whole] = starter.permissions;
const refused = { ...aRoleAllowing(), name: "Refused", permissions: [{ ...whole!, dataActions: ["Some.One/read"] }] };

function show(lines: Parameters<typeof offering>[1]) {
  const { findings, assessment } = judgedBy([standingStorageKeys, notDelegable], {
    delegations: [offering(1, lines)],
    roles: [large, smaller, starter, refused],
    directory: aDirectory({ groups: { [someone]: [] }, users: [examplePrincipal(2)] }),
  });
  const finding = findings.find(({ rule }) => rule === standingStorageKeys)!;
  render(<FixSection finding={finding} findings={{ assessment, rows: [] } as unknown as Findings} />);
}
const difference = () => screen.getByRole("region", { name: "Before and after" }).textContent;
const message = () => screen.getByRole("heading", { name: /tell the customer/ }).parentElement!.textContent;

test("each way to mend it has a difference and a message of its own, and arrows move between them", () => {
  show({ authorizations: [standing(large)] });
  expect(screen.getByRole("radio", { name: "Make eligible" }).getAttribute("aria-checked")).toBe("true");
  expect(difference()).toContain("justInTimeAccessPolicy");
  expect(message()).toContain("may activate Large");

  fireEvent.keyDown(screen.getByRole("radio", { name: "Make eligible" }), { key: "ArrowLeft" });
  expect(screen.getByRole("radio", { name: "Replace role" }).getAttribute("aria-checked")).toBe("true");
  expect(difference()).toContain(smaller.id);
  expect(message()).toContain("holds Smaller permanently");
  fireEvent.click(screen.getByRole("radio", { name: /Starter.*keeps 1 of 2 operations/ }));
  expect(difference()).toContain(starter.id);
  expect(screen.getByText("Some.One/write", { exact: false }).closest("li")).not.toBeNull();

  fireEvent.click(screen.getByRole("radio", { name: "Remove" }));
  expect(message()).toContain("no longer holds Large permanently");
  expect(message()).not.toContain("Starter");
});

test("what else keeps the offer from being deployed is said beside the template", () => {
  show({ authorizations: [standing(large), standing(refused, { principal: examplePrincipal(2) })] });
  expect(screen.getAllByRole("note").map((one) => one.textContent)).toContainEqual(
    expect.stringMatching(/^This offer does not deploy yet:.*Refused for The user.*LH-DEL-007/),
  );
});
