import type { EntryKind, Family, Target } from "@/lib/lookup/entry";
import { scopePath, type Scope } from "@/lib/domain/scope";
import { paths } from "@/lib/paths";

export const kindWords: Readonly<Record<EntryKind, string>> = {
  customer: "Customer",
  subscription: "Subscription",
  resourceGroup: "Resource group",
  delegation: "Delegation",
  offer: "Offer",
  user: "User",
  group: "Group",
  servicePrincipal: "Service principal",
  role: "Role",
  operation: "Operation",
  finding: "Finding",
  rule: "Rule",
  place: "Screen",
  command: "Command",
};

export const familyWords: Readonly<Record<Family, string>> = {
  customers: "Customers",
  delegations: "Delegations",
  principals: "Principals",
  roles: "Roles",
  findings: "Findings",
  actions: "Actions",
};

/** What opening an answer comes to. */
export function openingWords({ kind }: Target): string {
  if (kind === "subscription" || kind === "resourceGroup") return "Who reaches it";
  if (kind === "operation") return "Which roles allow it";
  return kind === "command" ? "Do it" : "Open";
}

/** What Ctrl C copies, in a word or two; undefined where there is nothing worth copying. */
export function copyWords({ kind }: Target): string | undefined {
  switch (kind) {
    case "command":
    case "place":
      return undefined;
    case "customer":
      return "Tenant id";
    case "offer":
    case "operation":
      return "Name";
    case "finding":
      return "Fingerprint";
    case "role":
      return "Role id";
    default:
      return "Id";
  }
}

/** The subscription or resource group that an answer is about, where it is about one. */
export function scopeOfTarget(target: Target): Scope | undefined {
  if (target.kind === "subscription") return { kind: "subscription", subscription: target.subscription };
  if (target.kind === "resourceGroup")
    return { kind: "resourceGroup", subscription: target.subscription, resourceGroup: target.resourceGroup };
  return undefined;
}

/** The page of an answer: of a scope, who reaches it; undefined for what is no page. */
export function pathOf(target: Target): string | undefined {
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
    case "operation":
      return paths.rolesAllowing(target.operation);
    case "finding":
      return paths.finding(target.finding);
    case "rule":
      return paths.rule(target.rule);
    case "place":
      return target.path;
    case "command":
      return undefined;
  }
}
