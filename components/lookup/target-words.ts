import type { EntryKind, Target } from "@/lib/lookup/entry";
import { scopePath, type Scope } from "@/lib/domain/scope";
import { paths } from "@/lib/paths";

export const kindWords: Readonly<Record<EntryKind, readonly [one: string, many: string]>> = {
  customer: ["Customer", "Customers"],
  subscription: ["Subscription", "Subscriptions"],
  resourceGroup: ["Resource group", "Resource groups"],
  user: ["User", "Users"],
  group: ["Group", "Groups"],
  servicePrincipal: ["Service principal", "Service principals"],
  delegation: ["Delegation", "Delegations"],
  offer: ["Offer", "Offers"],
  role: ["Role", "Roles"],
  place: ["Screen", "Screens"],
};

/** The subscription or resource group that an answer is about, where it is about one. */
export function scopeOfTarget(target: Target): Scope | undefined {
  if (target.kind === "subscription") return { kind: "subscription", subscription: target.subscription };
  if (target.kind === "resourceGroup")
    return { kind: "resourceGroup", subscription: target.subscription, resourceGroup: target.resourceGroup };
  return undefined;
}

/** The page of an answer: of a scope, who reaches it. */
export function pathOf(target: Target): string {
  switch (target.kind) {
    case "customer":
      return paths.customer(target.tenant);
    case "subscription":
    case "resourceGroup":
      return paths.scopeAccess(scopePath(scopeOfTarget(target)!));
    case "delegation":
      return paths.delegation(target.delegation);
    case "user":
    case "group":
    case "servicePrincipal":
      return paths.principal(target.principal);
    case "offer":
      return paths.delegationsOfOffer(target.name);
    case "role":
      return paths.role(target.role);
    case "place":
      return target.path;
  }
}
