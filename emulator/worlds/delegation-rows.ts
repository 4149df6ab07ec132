import type {
  Authorization,
  EligibleAuthorization,
  MarketplaceRegistrationDefinition,
  Plan,
  RegistrationAssignment,
  RegistrationDefinition,
  ResourceGroup,
  Subscription,
} from "../world";
import type { Principal } from "./directory-rows";
import { subscriptionPath } from "./estate-rows";
import type { Ground } from "./ground";
import { roleId } from "./roles";

/** What a template or a Marketplace plan asks the customer to sign. */
export type Offer = {
  name: string;
  description?: string;
  plan?: Plan;
  /** Rows of one offer share these arrays: they are replaced as a whole, never changed in place. */
  authorizations: Authorization[];
  eligibleAuthorizations?: EligibleAuthorization[];
};

export const standing = (principal: Principal, role: string, more: Partial<Authorization> = {}): Authorization => ({
  principalId: principal.id,
  principalIdDisplayName: principal.displayName,
  roleDefinitionId: roleId(role),
  ...more,
});

type Policy = { mfa?: boolean; longest?: string; approvers?: Principal[] };

export const eligible = (
  principal: Principal,
  role: string,
  { mfa, longest, approvers = [] }: Policy = {},
): EligibleAuthorization => ({
  principalId: principal.id,
  principalIdDisplayName: principal.displayName,
  roleDefinitionId: roleId(role),
  justInTimeAccessPolicy: {
    ...(mfa !== undefined && { multiFactorAuthProvider: mfa ? "Azure" : "None" }),
    ...(longest !== undefined && { maximumActivationDuration: longest }),
    ...(approvers.length > 0 && {
      managedByTenantApprovers: approvers.map(({ id, displayName }) => ({
        principalId: id,
        principalIdDisplayName: displayName,
      })),
    }),
  },
});

type Signing = {
  /** The customer at the time of signing: `name` as the definition carries it, which may be stale or missing. */
  customer: { tenantId: string; name?: string | undefined };
  signedBy: string;
  daysAgo: number;
  /** Told apart where one offer is defined several times in a subscription; Azure's own samples name it by the group. */
  key?: string;
  managedBy?: { tenantId: string; name: string };
};

/** A definition is named after its offer, as the published templates do: the same GUID in every subscription. */
export function define(ground: Ground, at: Subscription, offer: Offer, signing: Signing): RegistrationDefinition {
  const { customer, signedBy, daysAgo, key, managedBy } = signing;
  const name = ground.guid("offer", offer.name, offer.plan?.version ?? "", key ?? "");
  const signedAt = ground.daysAgo(daysAgo);
  const row: RegistrationDefinition = {
    id: `${subscriptionPath(at)}/providers/Microsoft.ManagedServices/registrationDefinitions/${name}`,
    name,
    type: "Microsoft.ManagedServices/registrationDefinitions",
    ...(offer.plan && { plan: offer.plan }),
    systemData: systemData(signedBy, signedAt),
    properties: {
      registrationDefinitionName: offer.name,
      ...(offer.description !== undefined && { description: offer.description }),
      managedByTenantId: managedBy?.tenantId ?? ground.world.id,
      managedByTenantName: managedBy?.name ?? "Relecloud",
      manageeTenantId: customer.tenantId,
      ...(customer.name !== undefined && { manageeTenantName: customer.name }),
      provisioningState: "Succeeded",
      authorizations: offer.authorizations,
      ...(offer.eligibleAuthorizations && { eligibleAuthorizations: offer.eligibleAuthorizations }),
    },
  };
  ground.world.registrationDefinitions.set(row.id.toLowerCase(), row);
  return row;
}

/** Attaches a definition to its own subscription or to one of the subscription's resource groups. */
export function assign(
  ground: Ground,
  definition: RegistrationDefinition,
  at: Subscription | ResourceGroup,
  { provisioningState = "Succeeded", daysAgo }: { provisioningState?: string; daysAgo: number },
): RegistrationAssignment {
  const scope = "id" in at ? at.id : subscriptionPath(at);
  const name = ground.guid("delegation", definition.name, "id" in at ? at.name : "");
  const row: RegistrationAssignment = {
    id: `${scope}/providers/Microsoft.ManagedServices/registrationAssignments/${name}`,
    name,
    type: "Microsoft.ManagedServices/registrationAssignments",
    systemData: systemData(definition.systemData?.createdBy ?? "", ground.daysAgo(daysAgo)),
    properties: { registrationDefinitionId: definition.id, provisioningState },
  };
  ground.world.registrationAssignments.set(row.id.toLowerCase(), row);
  return row;
}

const systemData = (by: string, at: string): NonNullable<RegistrationDefinition["systemData"]> => ({
  createdBy: by,
  createdByType: "User",
  createdAt: at,
  lastModifiedBy: by,
  lastModifiedByType: "User",
  lastModifiedAt: at,
});

/** Publishes an offer's plan where every tenant can read it. */
export function publish(ground: Ground, offer: Offer, offerDisplayName: string, planDisplayName: string): void {
  if (!offer.plan) throw new Error(`${offer.name} has no plan to publish.`);
  const { publisher, product, name: plan, version } = offer.plan;
  const name = `${publisher}.${product}.${plan}.${version}`;
  const row: MarketplaceRegistrationDefinition = {
    id: `/providers/Microsoft.ManagedServices/marketplaceRegistrationDefinitions/${name}`,
    name,
    type: "Microsoft.ManagedServices/marketplaceRegistrationDefinitions",
    plan: offer.plan,
    properties: {
      managedByTenantId: ground.world.id,
      authorizations: offer.authorizations,
      ...(offer.eligibleAuthorizations && { eligibleAuthorizations: offer.eligibleAuthorizations }),
      offerDisplayName,
      publisherDisplayName: "Relecloud",
      planDisplayName,
    },
  };
  ground.world.marketplaceRegistrationDefinitions.set(name.toLowerCase(), row);
}
