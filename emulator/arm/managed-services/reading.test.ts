import { describe, expect, test } from "vitest";
import { ask } from "../ask";
import { smallWorld } from "../small-world";
import { assignments, definitions, people, servicePrincipals, subscriptions, tenants } from "../small-world-ids";

const version = "api-version=2022-10-01";
const services = (id: string, rest: string) => `/subscriptions/${id}/providers/Microsoft.ManagedServices/${rest}`;
const web = `/subscriptions/${subscriptions.adatum}/resourceGroups/RG-WEB/providers/microsoft.managedservices`;
const names = (json: unknown) => (json as { value: { name: string }[] }).value.map(({ name }) => name);
const read = async (person: string, path: string, world = smallWorld()) =>
  (await ask(world, person, `GET ${path}`)).json;

describe("assignments", () => {
  test("point to their definition by its full path", async () => {
    const json = await read(
      people.engineer,
      services(subscriptions.contoso, `registrationAssignments/${assignments.contoso}?${version}`),
    );
    expect(json).toEqual({
      id: services(subscriptions.contoso, `registrationAssignments/${assignments.contoso}`),
      type: "Microsoft.ManagedServices/registrationAssignments",
      name: assignments.contoso,
      systemData: { createdBy: "admin@customer.example", createdByType: "User", createdAt: "2026-02-03T10:11:12Z" },
      properties: {
        registrationDefinitionId: services(subscriptions.contoso, `registrationDefinitions/${definitions.contoso}`),
        provisioningState: "Succeeded",
      },
    });
  });

  test("hold it only under the documented name of the parameter", async () => {
    const path = services(subscriptions.contoso, `registrationAssignments?${version}`);
    const expanded = await read(people.engineer, `${path}&$expandRegistrationDefinition=true`);
    expect(expanded).toMatchObject({
      value: [
        {
          properties: {
            registrationDefinition: { name: definitions.contoso, properties: { manageeTenantId: tenants.contoso } },
          },
        },
        { properties: { registrationDefinition: { name: definitions.otherMsp } } },
      ],
    });
    expect(JSON.stringify(await read(people.engineer, `${path}&$expand=registrationDefinition`))).not.toContain(
      "manageeTenantId",
    );
    expect(JSON.stringify(await read(people.engineer, `${path}&$expandRegistrationDefinition=False`))).not.toContain(
      "manageeTenantId",
    );
  });

  test.each([
    [`managedByTenantId eq '${tenants.msp.toUpperCase()}'`, ["contoso"]],
    [`managedByTenantId in ('${tenants.msp}', '${tenants.otherMsp}')`, ["contoso", "otherMsp"]],
    [`managedByTenantId eq '${tenants.fabrikam}'`, []],
    [`%24filter%3DmanagedByTenantId+eq+'${tenants.otherMsp}'`, ["otherMsp"]],
  ] as const)("are filtered by %s", async (filter, expected) => {
    const json = await read(
      people.engineer,
      services(subscriptions.contoso, `registrationAssignments?${version}&$filter=${filter}`),
    );
    expect(names(json)).toEqual(expected.map((name) => assignments[name]));
  });

  test("of a resource group are read there, and at the subscription only if the world says so", async () => {
    expect(names(await read(people.groupReader, `${web}/registrationAssignments?${version}`))).toEqual([
      assignments.adatum,
    ]);
    const path = services(subscriptions.adatum, `registrationAssignments?${version}`);
    const world = (listsNestedAssignments: boolean) => {
      const small = smallWorld({ listsNestedAssignments });
      const row = [...small.roleAssignments.values()].find(
        ({ properties }) => properties.principalType === "ForeignGroup",
      );
      if (row) row.properties.scope = `/subscriptions/${subscriptions.adatum}`;
      return small;
    };
    expect(names(await read(people.agent, path, world(false)))).toEqual([]);
    expect(names(await read(people.agent, path, world(true)))).toEqual([assignments.adatum]);
  });

  test("may be read by who holds nothing but the delete role", async () => {
    expect(
      names(await read(people.admin, services(subscriptions.fabrikam, `registrationAssignments?${version}`))),
    ).toEqual([assignments.fabrikam]);
  });
});

describe("definitions", () => {
  test("of a subscription are all of its offers, whoever manages through them", async () => {
    const path = services(subscriptions.contoso, `registrationDefinitions?${version}`);
    expect(names(await read(people.engineer, path))).toEqual([definitions.contoso, definitions.otherMsp]);
    expect(names(await read(people.engineer, `${path}&$filter=managedByTenantId eq '${tenants.msp}'`))).toEqual([
      definitions.contoso,
    ]);
  });

  test("are read at the delegated group as well", async () => {
    expect(names(await read(people.groupReader, `${web}/registrationDefinitions?${version}`))).toEqual([
      definitions.adatum,
    ]);
    const one = await read(people.groupReader, `${web}/registrationDefinitions/${definitions.adatum}?${version}`);
    expect(one).toMatchObject({ id: services(subscriptions.adatum, `registrationDefinitions/${definitions.adatum}`) });
  });

  test("show eligible authorizations from 2020-02-01-preview on", async () => {
    const path = services(subscriptions.contoso, `registrationDefinitions/${definitions.contoso}?api-version=`);
    expect(JSON.stringify(await read(people.engineer, `${path}2020-02-01-preview`))).toContain(
      "eligibleAuthorizations",
    );
    expect(JSON.stringify(await read(people.engineer, `${path}2019-09-01`))).not.toContain("eligibleAuthorizations");
    expect(JSON.stringify(await read(people.engineer, `${path}2022-10-01`))).toContain("eligibleAuthorizations");
  });
});

describe("marketplace definitions", () => {
  const all = `/providers/Microsoft.ManagedServices/marketplaceRegistrationDefinitions`;

  test("are listed to anybody, and at a scope to who may read there", async () => {
    expect(names(await read(people.nobody, `${all}?${version}`))).toHaveLength(4);
    expect(names(await read(people.engineer, `/subscriptions/${subscriptions.contoso}${all}?${version}`))).toHaveLength(
      4,
    );
    const bot = await ask(
      smallWorld(),
      servicePrincipals.bot,
      `GET /subscriptions/${subscriptions.fabrikam}${all}?${version}`,
    );
    expect(bot.status).toBe(403);
  });

  test("are filtered by the whole identifier", async () => {
    const filtered = await read(people.nobody, `${all}?${version}&$filter=planIdentifier eq 'MSP.care.gold.1.9.0'`);
    expect(names(filtered)).toEqual(["msp.care.gold.1.9.0"]);
  });

  test.each([
    ["msp.care.gold.1.9.0", "msp.care.gold.1.9.0"],
    ["msp.care.gold", "msp.care.gold.1.10.0"],
    ["MSP.Care", "msp.care.silver.2.0.0"],
    ["msp", "msp.care.silver.2.0.0"],
  ])("%s is %s: of several the newest by number", async (identifier, expected) => {
    expect(await read(people.nobody, `${all}/${identifier}?${version}`)).toMatchObject({ name: expected });
  });
});

test("operations are named, with and without a scope", async () => {
  const path = "/providers/Microsoft.ManagedServices/operations?api-version=2022-10-01";
  const without = names(await read(people.nobody, path));
  expect(without).toContain("Microsoft.ManagedServices/registrationAssignments/delete");
  expect(names(await read(people.engineer, `/subscriptions/${subscriptions.contoso}${path}`))).toEqual(without);
});
