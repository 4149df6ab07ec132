import { visibleSubscriptions } from "../rbac";
import type { Tenant, World } from "../world";
import { listPage } from "./page";
import { queryOf, type Route } from "./route";
import { subscriptionVersions } from "./subscriptions";

const countries = new Intl.DisplayNames(["en"], { type: "region" });

type Category = "Home" | "ManagedBy" | "ProjectedBy";

/**
 * Customers' tenants come only on request. Which of two words marks them is not documented, so both occur here: the
 * last digit of the tenant's id decides.
 */
const categoryOf = (world: World, { tenantId }: Tenant): Category =>
  tenantId.toLowerCase() === world.id.toLowerCase()
    ? "Home"
    : parseInt(tenantId.slice(-1), 16) % 2 === 0
      ? "ManagedBy"
      : "ProjectedBy";

const show = (tenant: Tenant, tenantCategory: Category) => ({
  id: `/tenants/${tenant.tenantId}`,
  tenantId: tenant.tenantId,
  tenantCategory,
  country: countries.of(tenant.countryCode),
  countryCode: tenant.countryCode,
  displayName: tenant.displayName,
  domains: tenant.domains,
  defaultDomain: tenant.defaultDomain,
  ...(tenantCategory === "Home" && { tenantType: "AAD" }),
});

const list: Route = {
  method: "GET",
  path: "tenants",
  apiVersions: subscriptionVersions,
  handle: (call) => {
    const { world, caller } = call;
    const ids = new Set([world.id.toLowerCase()]);
    if (queryOf(call, "$includeAllTenantCategories")?.toLowerCase() === "true") {
      for (const id of visibleSubscriptions(world, caller.objectId)) {
        const owner = world.subscriptions.get(id)?.tenantId;
        if (owner) ids.add(owner.toLowerCase());
      }
    }
    const rows = [...ids].flatMap((id) => world.tenants.get(id) ?? []);
    return listPage(call, rows, (tenant) => show(tenant, categoryOf(world, tenant)));
  },
};

export const tenantRoutes = [list];
