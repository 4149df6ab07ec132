import { expect, test } from "vitest";
import { roleId, type TenantId } from "@/lib/domain/ids";
import type { Role } from "@/lib/domain/role";
import { finish } from "@/lib/table/slices";
import type { Entry } from "./entry";
import { find } from "./find";
import { indexEntries } from "./lookup-index";
import { namedOperations, operationEntries, operationEntry } from "./operation-entries";

const role: Role = {
  id: roleId("00000000-0000-4000-8000-000000000031")!,
  name: "Restarter",
  description: undefined,
  kind: "custom",
  permissions: [
    {
      actions: ["Contoso.Menus/kitchens/restart/action", "Contoso.Menus/*/read"],
      notActions: ["Contoso.Menus/kitchens/close/action"],
      dataActions: ["contoso.menus/kitchens/RESTART/action", "Contoso.Menus/dishes/read"],
      notDataActions: [],
    },
  ],
};
const index = finish(indexEntries(finish(operationEntries(namedOperations([role])))));
const names = (query: string) =>
  find(index, query, { most: 50 }).groups.flatMap(({ answers }) => answers.map(({ name }) => name));

test("operations that a role names are known, each once, and patterns are none", () => {
  expect(names("contoso.menus").sort()).toEqual(["Contoso.Menus/dishes/read", "Contoso.Menus/kitchens/restart/action"]);
});

test("no slip is taken for the word of an operation", () => {
  const customer: Entry = {
    target: { kind: "customer", tenant: "00000000-0000-4000-8000-000000000001" as TenantId },
    name: "Northwind Traders",
    beside: [],
    also: [],
    ids: [],
    copies: "1",
  };
  const operations = ["a", "b", "c"].map((name) => operationEntry(`Contoso.NotificationHubs/${name}`));
  expect(find(finish(indexEntries([...operations, customer])), "noth", { most: 1 }).instead).toBe("northwind");
});

test("operations that give something away are found by their words, without a slash", () => {
  const keys = "Microsoft.Storage/storageAccounts/listKeys/action";
  for (const query of ["listkeys storage", "Microsoft.Storage", "storageaccounts listkeys", keys])
    expect(names(query), query).toContain(keys);
});
