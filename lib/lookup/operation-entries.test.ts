import { expect, test } from "vitest";
import { roleId } from "@/lib/domain/ids";
import type { Role } from "@/lib/domain/role";
import { finish } from "@/lib/table/slices";
import { find } from "./find";
import { indexEntries } from "./lookup-index";
import { namedOperations, operationEntries } from "./operation-entries";

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

test("operations that give something away are found by their words, without a slash", () => {
  const keys = "Microsoft.Storage/storageAccounts/listKeys/action";
  for (const query of ["listkeys storage", "Microsoft.Storage", "storageaccounts listkeys", keys])
    expect(names(query), query).toContain(keys);
});
