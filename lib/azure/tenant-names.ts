import { tenantId, type TenantId } from "@/lib/domain/ids";
import type { Tenant } from "@/lib/domain/inventory";
import type { Azure } from "./client";
import type { Unread } from "./directory";
import { malformed, type AzureError } from "./errors";
import { batchGetEach, type Part } from "./graph-batch";
import { objectOf, textOf } from "./wire";

/** Names of foreign tenants. The national clouds have no such service; there nothing is asked and nothing missing. */
export async function readTenantNames(
  { graph, cloud }: Pick<Azure, "graph" | "cloud">,
  tenants: readonly TenantId[],
  signal?: AbortSignal,
): Promise<Readonly<{ tenants: readonly Tenant[]; unread: readonly Unread<TenantId>[] }>> {
  if (cloud.name === "AzureUSGovernment" || cloud.name === "AzureChinaCloud") return { tenants: [], unread: [] };
  const path = (tenant: TenantId) => `/tenantRelationships/findTenantInformationByTenantId(tenantId='${tenant}')`;
  const needs = "CrossTenantInformation.ReadBasic.All";
  const named: Tenant[] = [];
  const unread = new Map<string, { ids: TenantId[]; error: AzureError }>();
  for (const [tenant, part] of await batchGetEach(graph, tenants, path, { needs, signal })) {
    const found = toTenant(tenant, part);
    if (!("error" in found)) {
      named.push(found);
      continue;
    }
    const key = `${found.error.kind} ${found.error.message}`;
    const alike = unread.get(key) ?? { ids: [], error: found.error };
    alike.ids.push(tenant);
    unread.set(key, alike);
  }
  return { tenants: named, unread: [...unread.values()] };
}

function toTenant(tenant: TenantId, part: Part): Tenant | { error: AzureError } {
  if ("error" in part) return part;
  const said = objectOf(part.body);
  if (tenantId(textOf(said?.["tenantId"]) ?? "") !== tenant)
    return { error: malformed("graph", "what it said about a tenant cannot be read.") };
  return { id: tenant, name: textOf(said?.["displayName"]), domain: textOf(said?.["defaultDomainName"]) };
}
