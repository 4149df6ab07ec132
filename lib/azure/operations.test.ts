import { expect, test } from "vitest";
import { listProviderOperations } from "./operations";
import { failure, scripted } from "./testing/scripted";

const compute = {
  id: "/providers/Microsoft.Authorization/providerOperations/Microsoft.Compute",
  name: "Microsoft.Compute",
  type: "Microsoft.Authorization/providerOperations",
  displayName: "Microsoft Compute",
  operations: [
    {
      name: "Microsoft.Compute/register/action",
      displayName: "Register",
      description: "Registers",
      isDataAction: false,
    },
  ],
  resourceTypes: [
    {
      name: "virtualMachines",
      displayName: "Virtual Machines",
      operations: [
        {
          name: "Microsoft.Compute/virtualMachines/login/action",
          displayName: "Log in",
          isDataAction: true,
          origin: "user",
        },
        { name: "microsoft.compute/virtualMachines/login/action", isDataAction: true },
        { displayName: "Nameless" },
      ],
    },
    { name: "images", operations: null },
  ],
};

test("operations of one provider are read with those of its types, each once and sorted", async () => {
  const { azure, run, seen } = scripted(() => ({ body: compute }));
  const { operations, malformed } = await run(listProviderOperations(azure, "Microsoft.Compute"));
  expect(operations).toEqual([
    { name: "Microsoft.Compute/register/action", isDataAction: false, display: "Register", description: "Registers" },
    {
      name: "microsoft.compute/virtualMachines/login/action",
      isDataAction: true,
      display: undefined,
      description: undefined,
    },
  ]);
  expect(malformed).toEqual([{ path: "operations[3].name", message: "is missing" }]);
  expect(seen[0]?.url.pathname).toBe("/providers/Microsoft.Authorization/providerOperations/Microsoft.Compute");
  expect(Object.fromEntries(seen[0]!.url.searchParams)).toEqual({
    "api-version": "2022-04-01",
    $expand: "resourceTypes",
  });
});

test("operations of all providers come in pages, and a provider that is none costs no other", async () => {
  const other = { name: "Microsoft.Web", operations: [{ name: "Microsoft.Web/sites/read", isDataAction: false }] };
  const { azure, run } = scripted((_, index) =>
    index === 0
      ? { body: { value: [compute, "?"], nextLink: "https://management.azure.com/providers/next" } }
      : { body: { value: [other] } },
  );
  const { operations } = await run(listProviderOperations(azure));
  expect(operations.map(({ name }) => name).at(-1)).toBe("Microsoft.Web/sites/read");
  expect(operations).toHaveLength(3);
});

test("a namespace that leads elsewhere is never asked for, an unknown one is not found", async () => {
  const { azure, run, seen } = scripted(() => ({ status: 404, body: { error: { code: "ProviderNotFound" } } }));
  expect(await run(failure(listProviderOperations(azure, "..")))).toBeInstanceOf(TypeError);
  expect(seen).toHaveLength(0);
  expect(await run(failure(listProviderOperations(azure, "Microsoft.No/Where?")))).toMatchObject({ kind: "notFound" });
  expect(seen[0]?.url.pathname).toBe("/providers/Microsoft.Authorization/providerOperations/Microsoft.No%2FWhere%3F");
});
