import { hit, type Hit } from "@/lib/domain/findings/judgement";
import type { EstateRule } from "@/lib/domain/findings/rule";
import { cited } from "../cited";

export const strangeManagingTenant: EstateRule = {
  id: "LH-DEL-010",
  severity: "high",
  title: "Delegated to another tenant than ours, or to the customer itself",
  why: "Whoever runs that tenant has the customer's resources as we have them; an attacker who was there once leaves such a delegation behind to come back.",
  how: "A delegation on a scope that we can read names a managing tenant other than ours, or one that is the tenant which owns the scope. Known other providers of the customer are found too: it cannot be told from Azure that they are meant.",
  fix: "Ask the customer whether it knows the provider; if not, have it remove the delegation and treat it as an incident.",
  toCustomer:
    "Please tell us whether you know this provider; if not, remove the delegation and treat it as an incident.",
  sources: [
    { title: "azure-docs, issue 45347", href: "https://github.com/MicrosoftDocs/azure-docs/issues/45347" },
    cited.onboard,
    cited.threatMatrix,
  ],
  on: "estate",
  *find({ inventory }): Iterable<Hit> {
    for (const delegation of inventory.delegations.values()) {
      const managing = delegation.definition?.managingTenant;
      if (managing && (managing !== inventory.managingTenant || managing === delegation.customer))
        yield hit({ kind: "delegation", delegation });
    }
  },
  facts(subject) {
    const definition = subject.kind === "delegation" ? subject.delegation.definition : undefined;
    if (!definition) return [];
    const { managingTenant, managingTenantName, offer } = definition;
    return [
      { label: "managedByTenantId", value: managingTenant },
      ...(managingTenantName ? [{ label: "managedByTenantName", value: managingTenantName }] : []),
      { label: "mspOfferName", value: offer },
    ];
  },
};
