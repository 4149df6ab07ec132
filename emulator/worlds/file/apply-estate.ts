import type { RoleDefinition, World } from "../../world";
import { mailName } from "../directory-rows";
import { resource, resourceGroup, subscription } from "../estate-rows";
import type { Ground } from "../ground";
import { type Place, required } from "./apply-directory";
import { patched, stated } from "./merge";
import { subscriptionCalled, tenantIdCalled, UnknownName } from "./names";
import type { WorldFile } from "./schema";

/** Tenants, roles and everything that stands in a subscription, delegations aside. */
export function applyEstate(ground: Ground, file: WorldFile, place: Place): void {
  const { world } = ground;

  file.tenants?.forEach((row, index) =>
    place(["tenants", index], () => {
      const known = row.tenantId
        ? world.tenants.get(row.tenantId.toLowerCase())
        : [...world.tenants.values()].find(({ displayName }) => displayName === row.displayName);
      if (known) return world.tenants.set(known.tenantId.toLowerCase(), { ...known, ...stated(row) });
      const displayName = required(row.displayName, "displayName");
      const tenantId = row.tenantId ?? ground.guid("tenant", displayName);
      const defaultDomain = row.defaultDomain ?? domainOf(displayName);
      const made = { tenantId, displayName, defaultDomain, domains: [defaultDomain], countryCode: "US" };
      world.tenants.set(tenantId.toLowerCase(), { ...made, ...stated(row) });
    }),
  );

  file.roleDefinitions?.forEach((row, index) =>
    place(["roleDefinitions", index], () => {
      const given = row.name ?? row.id?.slice(row.id.lastIndexOf("/") + 1);
      const known = given ? world.roleDefinitions.get(given.toLowerCase()) : undefined;
      const name = given ?? ground.guid("role", required(row.properties.roleName, "properties.roleName"));
      const permissions = row.properties.permissions?.map((entry) => ({
        ...{ actions: [], notActions: [], dataActions: [], notDataActions: [] },
        ...stated(entry),
      }));
      const base = known ?? customRole(ground, name);
      world.roleDefinitions.set(
        name.toLowerCase(),
        patched(base, { properties: { ...row.properties, permissions: permissions ?? base.properties.permissions } }),
      );
    }),
  );

  file.subscriptions?.forEach(({ id: _id, tenantId: owner, ...row }, index) =>
    place(["subscriptions", index], () => {
      const tenantId = owner === undefined ? undefined : tenantIdCalled(world, owner);
      const known = row.subscriptionId
        ? world.subscriptions.get(row.subscriptionId.toLowerCase())
        : [...world.subscriptions.values()].find(({ displayName }) => displayName === row.displayName);
      if (known) {
        const changed = { ...known, ...stated(row), ...stated({ tenantId }) };
        return world.subscriptions.set(known.subscriptionId.toLowerCase(), changed);
      }
      subscription(ground, required(row.displayName, "displayName"), required(tenantId, "tenantId"), stated(row));
    }),
  );

  file.resourceGroups?.forEach((row, index) =>
    place(["resourceGroups", index], () => {
      const known = world.resourceGroups.get(row.id.toLowerCase());
      if (known) return world.resourceGroups.set(row.id.toLowerCase(), { ...known, ...stated(row), id: known.id });
      const [, , parent = "", , name = ""] = row.id.split("/");
      const made = resourceGroup(ground, subscriptionCalled(world, parent), name, row.location ?? "westeurope");
      Object.assign(made, stated(row));
    }),
  );

  file.resources?.forEach((row, index) =>
    place(["resources", index], () => {
      const key = row.id.toLowerCase();
      const known = world.resources.get(key);
      if (known) return world.resources.set(key, { ...patched(known, row), id: known.id });
      const segments = row.id.split("/");
      const parent = world.resourceGroups.get(segments.slice(0, 5).join("/").toLowerCase());
      if (!parent) throw new UnknownName(`the world has no resource group ${segments.slice(0, 5).join("/")}`);
      const name = segments.slice(8).filter((_, at) => at % 2 === 0);
      const types = segments.slice(7).filter((_, at) => at % 2 === 0);
      const type = [segments[6], ...types].join("/");
      resource(ground, parent, type, name.at(-1) ?? "", stated(row));
    }),
  );
}

const domainOf = (name: string) => `${mailName(name).replaceAll(".", "") || "customer"}.example`;

function customRole(ground: Ground, name: string): RoleDefinition {
  const at = ground.daysAgo(100);
  return {
    id: `/providers/Microsoft.Authorization/roleDefinitions/${name}`,
    name,
    type: "Microsoft.Authorization/roleDefinitions",
    properties: {
      roleName: name,
      description: "",
      type: "CustomRole",
      permissions: [],
      assignableScopes: ["/"],
      createdOn: at,
      updatedOn: at,
      createdBy: null,
      updatedBy: null,
    },
  };
}

/** Takes rows out by id or name. What lies beneath goes too; who is named elsewhere stays named, as in Azure. */
export function removeFrom(world: World, wanted: string): void {
  const key = wanted.toLowerCase();
  const directory = [world.users, world.groups, world.servicePrincipals, world.tenants];
  const byName = [...directory, world.subscriptions].flatMap((rows) =>
    [...rows].filter(([, row]) => row.displayName.toLowerCase() === key).map(([id]) => id),
  );
  if (byName.length > 1) throw new UnknownName(`several are named ${JSON.stringify(wanted)}: give the id`);
  const id = byName[0] ?? key;
  const path = world.subscriptions.has(id) ? `/subscriptions/${id}` : id;
  let removed = 0;
  for (const rows of [
    ...directory,
    world.subscriptions,
    world.resourceGroups,
    world.registrationDefinitions,
    world.registrationAssignments,
    world.marketplaceRegistrationDefinitions,
    world.roleDefinitions,
    world.roleAssignments,
    world.resources,
  ])
    for (const each of [...rows.keys()])
      if (each === id || each === path || each.startsWith(`${path}/`)) removed += Number(rows.delete(each));
  if (removed === 0) throw new UnknownName(`the world has nothing called ${JSON.stringify(wanted)}`);
  for (const [each, { properties }] of [...world.registrationAssignments])
    if (properties.registrationDefinitionId.toLowerCase() === id) world.registrationAssignments.delete(each);
}
