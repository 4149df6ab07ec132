import { expect, test } from "vitest";
import { linesFound } from "@/lib/domain/findings/example-findings";
import { standingDatabaseAdmin } from "./lh-esc-012";

test("naming an administrator, or writing the server with its password", () => {
  expect(linesFound(standingDatabaseAdmin, ["Microsoft.Sql/servers/administrators/write"])).toBe(1);
  expect(linesFound(standingDatabaseAdmin, ["Microsoft.Sql/servers/azureADOnlyAuthentications/*"])).toBe(1);
  expect(linesFound(standingDatabaseAdmin, ["Microsoft.DBforPostgreSQL/flexibleServers/write"])).toBe(1);
});

test("writing databases in it, or its firewall", () => {
  expect(
    linesFound(standingDatabaseAdmin, [
      "Microsoft.Sql/servers/databases/*",
      "Microsoft.Sql/servers/firewallRules/write",
    ]),
  ).toBe(0);
});
