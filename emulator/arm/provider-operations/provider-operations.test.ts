import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { ask } from "../ask";
import { smallWorld } from "../small-world";
import { people } from "../small-world-ids";
import { allProviderOperations } from "./provider-operations";

const published = "../shared/data/azure-provider-operations.json";
const path = "/providers/Microsoft.Authorization/providerOperations";
const version = "api-version=2022-04-01";
const all = allProviderOperations.flatMap(({ operations, resourceTypes }) => [
  ...operations,
  ...resourceTypes.flatMap((each) => each.operations),
]);

describe("provider operations", () => {
  test("are listed for whoever is signed in, with their types only on request", async () => {
    const world = smallWorld();
    const bare = (await ask(world, people.nobody, `GET ${path}?${version}`)).json as {
      value: typeof allProviderOperations;
    };
    expect(bare.value.length).toBe(allProviderOperations.length);
    expect(bare.value.every(({ resourceTypes }) => resourceTypes.length === 0)).toBe(true);
    const { json } = await ask(world, people.nobody, `GET ${path}?${version}&$expand=resourceTypes`);
    expect(json).toEqual({ value: allProviderOperations });
  });

  test("of one namespace come in ARM's shape, whatever its case", async () => {
    const { json } = await ask(
      smallWorld(),
      people.admin,
      `GET ${path}/microsoft.compute?${version}&$expand=resourceTypes`,
    );
    expect(json).toMatchObject({
      id: `${path}/Microsoft.Compute`,
      name: "Microsoft.Compute",
      displayName: "Microsoft Compute",
    });
    const machines = (json as (typeof allProviderOperations)[number]).resourceTypes.find(
      ({ name }) => name === "virtualMachines",
    );
    expect(machines).toMatchObject({ displayName: "Virtual Machines" });
    expect(machines?.operations).toContainEqual({
      name: "Microsoft.Compute/virtualMachines/runCommand/action",
      displayName: "Run Command (Virtual Machines)",
      description: "Run Command (Virtual Machines).",
      origin: "user,system",
      properties: null,
      isDataAction: false,
    });
    expect(machines?.operations.filter(({ isDataAction }) => isDataAction).map(({ name }) => name)).toContain(
      "Microsoft.Compute/virtualMachines/login/action",
    );
  });

  test.each([
    [`${path}/Contoso.Nothing?${version}`, 404, "ProviderNotFound"],
    [`${path}?${version}&$expand=everything`, 400, "InvalidQueryParameter"],
    [`${path}?api-version=2022-10-01`, 400, "NoRegisteredProviderFound"],
  ])("refuse %s", async (target, status, code) => {
    const answer = await ask(smallWorld(), people.admin, `GET ${target}`);
    expect([answer.status, answer.json]).toMatchObject([status, { error: { code } }]);
  });

  test("are some hundreds, each once, of both kinds", () => {
    expect(all.length).toBeGreaterThan(400);
    expect(new Set(all.map(({ name }) => name.toLowerCase())).size).toBe(all.length);
    expect(all.filter(({ isDataAction }) => isDataAction).length).toBeGreaterThan(20);
  });

  test.skipIf(!existsSync(published))("are Azure's own (skipped where ../shared is absent)", () => {
    const list = JSON.parse(readFileSync(published, "utf8")) as { name: string; isDataAction: boolean | null }[];
    const known = new Set(list.map(({ name, isDataAction }) => `${name.toLowerCase()} ${isDataAction === true}`));
    expect(all.filter(({ name, isDataAction }) => !known.has(`${name.toLowerCase()} ${isDataAction}`))).toEqual([]);
  });
});
