import { subscriptionId, tenantId } from "@/lib/domain/ids";
import type { Tenant } from "@/lib/domain/inventory";
import type { Subscription, SubscriptionState } from "@/lib/domain/subscription";
import type { Azure } from "./client";
import { pages } from "./paging";
import { entries, id, objectOf, optional, record, text, textOf, type Parse } from "./wire";

const apiVersion = "2022-12-01";

const states: readonly SubscriptionState[] = ["Enabled", "Warned", "PastDue", "Disabled", "Deleted"];
const stateOf = (said: string | undefined) =>
  states.find((state) => state.toLowerCase() === said?.toLowerCase()) ?? "unknown";

const managersOf = (raw: readonly unknown[]) =>
  raw.flatMap((entry) => {
    const tenant = tenantId(textOf(objectOf(entry)?.["tenantId"]) ?? textOf(entry) ?? "");
    return tenant ? [tenant] : [];
  });

const ArmSubscription = record({
  subscriptionId: id(subscriptionId),
  displayName: text,
  tenantId: id(tenantId),
  state: text,
  managedByTenants: entries,
});

const parseSubscription: Parse<Subscription> = (raw) => {
  const wire = ArmSubscription(raw);
  return {
    id: wire.subscriptionId,
    name: wire.displayName ?? wire.subscriptionId,
    tenant: wire.tenantId,
    state: stateOf(wire.state),
    managedBy: managersOf(wire.managedByTenants),
  };
};

const GraphSubscription = record({
  subscriptionId: id(subscriptionId),
  name: text,
  tenantId: id(tenantId),
  properties: optional(record({ state: text, managedByTenants: entries })),
});

/** A row of ResourceContainers of type microsoft.resources/subscriptions. */
export const subscriptionRow: Parse<Subscription> = (raw) => {
  const wire = GraphSubscription(raw);
  return {
    id: wire.subscriptionId,
    name: wire.name ?? wire.subscriptionId,
    tenant: wire.tenantId,
    state: stateOf(wire.properties?.state),
    managedBy: managersOf(wire.properties?.managedByTenants ?? []),
  };
};

const ArmTenant = record({
  tenantId: id(tenantId),
  displayName: text,
  defaultDomain: text,
  tenantCategory: text,
});

/** `isHome`: the person has an account there; the others are related by delegation, whatever Azure calls it. */
export type RelatedTenant = Tenant & Readonly<{ isHome: boolean }>;

const parseTenant: Parse<RelatedTenant> = (raw) => {
  const wire = ArmTenant(raw);
  return {
    id: wire.tenantId,
    name: wire.displayName,
    domain: wire.defaultDomain,
    isHome: wire.tenantCategory?.toLowerCase() === "home",
  };
};

/** Every subscription that the token reaches, one's own and customers' alike. */
export const listSubscriptions = ({ arm }: Azure, signal?: AbortSignal) =>
  pages(arm, { path: "/subscriptions", query: { "api-version": apiVersion }, signal }, parseSubscription);

/** Without the parameter, which Azure's portal uses and no page documents, customers' tenants are left out. */
export const listTenants = ({ arm }: Azure, signal?: AbortSignal) =>
  pages(
    arm,
    { path: "/tenants", query: { "api-version": apiVersion, $includeAllTenantCategories: "true" }, signal },
    parseTenant,
  );
