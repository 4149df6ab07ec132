import type { Call } from "../call";
import type { Tenant } from "../world";
import { badRequest, notFound } from "./errors";
import { isGuid } from "./guid";
import type { Route } from "./route";

const crossTenant = ["CrossTenantInformation.ReadBasic.All"];

const tenantInformation = ({ origin }: Call, tenant: Tenant) => ({
  "@odata.context": `${origin}/v1.0/$metadata#microsoft.graph.tenantInformation`,
  tenantId: tenant.tenantId,
  federationBrandName: null,
  displayName: tenant.displayName,
  defaultDomainName: tenant.defaultDomain,
});

const verifiedDomain = (tenant: Tenant, name: string) => ({
  capabilities: "Email, OfficeCommunicationsOnline",
  isDefault: name === tenant.defaultDomain,
  isInitial: name.endsWith(".onmicrosoft.com"),
  name,
  type: "Managed",
});

export const tenantRoutes: readonly Route[] = [
  {
    path: "tenantRelationships/findTenantInformationByTenantId(tenantId='{tenantId}')",
    kind: "record",
    method: "GET",
    permissions: crossTenant,
    record: ({ call, params }) => {
      const id = params.tenantId ?? "";
      if (!isGuid(id)) throw badRequest(`Invalid tenant identifier '${id}'.`);
      const tenant = call.world.tenants.get(id.toLowerCase());
      if (!tenant) throw notFound(id);
      return tenantInformation(call, tenant);
    },
  },
  {
    path: "tenantRelationships/findTenantInformationByDomainName(domainName='{domainName}')",
    kind: "record",
    method: "GET",
    permissions: crossTenant,
    record: ({ call, params }) => {
      const name = (params.domainName ?? "").toLowerCase();
      const tenant = [...call.world.tenants.values()].find(({ domains, defaultDomain }) =>
        [defaultDomain, ...domains].some((domain) => domain.toLowerCase() === name),
      );
      if (!tenant) throw notFound(name);
      return tenantInformation(call, tenant);
    },
  },
  {
    path: "organization",
    kind: "record",
    method: "GET",
    permissions: ["User.Read", "Organization.Read.All", "Directory.Read.All"],
    record: ({ call }) => {
      const tenant = call.world.tenants.get(call.world.id.toLowerCase());
      if (!tenant) throw notFound(call.world.id);
      return {
        "@odata.context": `${call.origin}/v1.0/$metadata#organization`,
        value: [
          {
            id: tenant.tenantId,
            deletedDateTime: null,
            countryLetterCode: tenant.countryCode,
            displayName: tenant.displayName,
            tenantType: "AAD",
            verifiedDomains: [...new Set([tenant.defaultDomain, ...tenant.domains])].map((name) =>
              verifiedDomain(tenant, name),
            ),
          },
        ],
      };
    },
  },
];
