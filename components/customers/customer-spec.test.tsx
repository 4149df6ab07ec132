// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { exportedValue } from "@/components/ui/data-table/column";
import { customerRows, type CustomerRow } from "@/lib/domain/customer";
import { aDelegation, anInventory, exampleTenant } from "@/lib/domain/example-inventory";
import { customerSpec } from "./customer-spec";

afterEach(cleanup);

const [name] = customerSpec.columns;

test("a customer that nobody names is told by the ends of its id, and by all of it on hover, copied and exported", () => {
  const tenants = [{ id: exampleTenant(2), name: "Adatum", domain: undefined }];
  const inventory = anInventory({ delegations: [aDelegation(1), aDelegation(2)], tenants });
  const [unnamed, named] = customerRows(inventory);
  const id = exampleTenant(1);
  render(name!.cell(unnamed!, 0));
  expect(screen.getByRole("link").textContent).toBe(`${id.slice(0, 8)}…${id.slice(-4)}`);
  expect(name!.title?.(unnamed!)).toBe(id);
  expect(exportedValue(name!, unnamed!)).toBe(id);
  cleanup();
  render(name!.cell(named!, 0));
  expect(screen.getByRole("link").textContent).toBe("Adatum");
});

test("a customer of whom nothing could be read has no last change for that reason", () => {
  const lastChange = customerSpec.columns.find(({ id }) => id === "last-change");
  const [read] = customerRows(anInventory({ delegations: [aDelegation(1)] }));
  const unread: CustomerRow = { ...read!, state: undefined, lastChange: undefined };
  const { container } = render(lastChange!.cell(unread, 0));
  expect(container.textContent).toBe("?Could not be read");
  cleanup();
  expect(render(lastChange!.cell({ ...read!, lastChange: undefined }, 0)).container.textContent).toBe(
    "?Azure does not tell when",
  );
});
