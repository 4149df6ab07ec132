import type {
  Authorization as Held,
  Definition,
  EligibleAuthorization as Eligible,
  History,
  Plan,
} from "@/lib/domain/definition";
import type { Delegation } from "@/lib/domain/delegation";
import { roleId, subscriptionId, type ArmId, type TenantId } from "@/lib/domain/ids";
import { scopeOf } from "@/lib/domain/scope";
import { list, MalformedRecord, objectOf, type Parse, type Report } from "../wire";
import { Approver, Authorization, EligibleAuthorization, RegistrationAssignment, RegistrationDefinition } from "./wire";

/** Accepts a record of ARM and a row of Resource Graph alike. */
export const definitionParser: Parse<Definition> = (raw, report) =>
  toDefinition(RegistrationDefinition(raw), raw, report);

/**
 * Accepts a record of ARM and a row of Resource Graph alike. `owner` is the tenant that owns the scope, where the record
 * does not say it; without either, the tenant that signed the offer is taken.
 */
export const delegationParser =
  (owner?: TenantId): Parse<Delegation> =>
  (raw, report) =>
    toDelegation(RegistrationAssignment(raw), raw, report, owner);

export function toDefinition(wire: RegistrationDefinition, raw: unknown, report: Report): Definition {
  const { properties } = wire;
  const name = wire.name ?? lastSegment(wire.id);
  return {
    id: wire.id,
    name: name.toLowerCase(),
    subscription: subscriptionOf(wire.id),
    offer: properties.registrationDefinitionName ?? name,
    description: properties.description,
    managingTenant: properties.managedByTenantId,
    managingTenantName: properties.managedByTenantName,
    customer: properties.manageeTenantId,
    customerName: properties.manageeTenantName,
    plan: toPlan(wire.plan),
    state: properties.provisioningState,
    authorizations: each(properties.authorizations, toAuthorization, "properties.authorizations", report),
    eligibleAuthorizations: each(
      properties.eligibleAuthorizations,
      toEligible,
      "properties.eligibleAuthorizations",
      report,
    ),
    history: toHistory(wire.systemData),
    raw,
  };
}

export function toDelegation(
  wire: RegistrationAssignment,
  raw: unknown,
  report: Report,
  owner: TenantId | undefined,
): Delegation {
  const scope = scopeOf(wire.id);
  if (!scope) throw new MalformedRecord("id", "lies in no subscription");
  const definition = expanded(wire, report);
  const customer = owner ?? wire.tenantId ?? definition?.customer;
  if (!customer) throw new MalformedRecord("tenantId", "is missing, and no definition names the customer");
  return {
    id: wire.id,
    name: (wire.name ?? lastSegment(wire.id)).toLowerCase(),
    scope,
    customer,
    definitionId: wire.properties.registrationDefinitionId,
    definition,
    state: wire.properties.provisioningState,
    history: toHistory(wire.systemData),
    raw,
  };
}

/** The definition within an assignment. None of its fields is promised; without the essential ones it counts as unread. */
function expanded({ properties }: RegistrationAssignment, report: Report): Definition | undefined {
  const inner = objectOf(properties.registrationDefinition);
  if (!inner || !objectOf(inner["properties"])) return undefined;
  const at = "properties.registrationDefinition";
  try {
    return definitionParser({ id: properties.registrationDefinitionId, ...inner }, ({ path, message }) =>
      report({ path: `${at}.${path}`, message }),
    );
  } catch (error) {
    if (!(error instanceof MalformedRecord)) throw error;
    report({ path: `${at}.${error.path}`, message: error.message });
    return undefined;
  }
}

const toAuthorization: Parse<Held> = (raw, report) => {
  const wire = Authorization(raw);
  return {
    principal: wire.principalId,
    label: wire.principalIdDisplayName,
    role: wire.roleDefinitionId,
    delegatedRoles: each(wire.delegatedRoleDefinitionIds, toRole, "delegatedRoleDefinitionIds", report),
  };
};

const toEligible: Parse<Eligible> = (raw, report) => {
  const wire = EligibleAuthorization(raw);
  const policy = wire.justInTimeAccessPolicy;
  return {
    principal: wire.principalId,
    label: wire.principalIdDisplayName,
    role: wire.roleDefinitionId,
    policy: {
      stated: policy !== null && policy !== undefined,
      mfa: policy?.multiFactorAuthProvider?.toLowerCase() === "azure",
      longest: policy?.maximumActivationDuration ?? "PT8H",
      ...(!policy?.maximumActivationDuration && { defaultLength: true }),
      approvers: each(
        policy?.managedByTenantApprovers ?? [],
        toApprover,
        "justInTimeAccessPolicy.managedByTenantApprovers",
        report,
      ),
    },
  };
};

const toApprover: Parse<Eligible["policy"]["approvers"][number]> = (raw) => {
  const { principalId: principal, principalIdDisplayName: label } = Approver(raw);
  return { principal, label };
};

const toRole: Parse<NonNullable<ReturnType<typeof roleId>>> = (raw) => {
  const role = typeof raw === "string" ? roleId(raw) : undefined;
  if (!role) throw new MalformedRecord("", "is no role id");
  return role;
};

function each<Item>(raw: readonly unknown[], parse: Parse<Item>, at: string, report: Report): readonly Item[] {
  const { items, malformed } = list(raw, parse, at);
  malformed.forEach(report);
  return items;
}

const toPlan = (plan: RegistrationDefinition["plan"]): Plan | undefined =>
  plan?.publisher && plan.product && plan.name && plan.version
    ? { publisher: plan.publisher, product: plan.product, name: plan.name, version: plan.version }
    : undefined;

const toHistory = (systemData: RegistrationDefinition["systemData"]): History => ({
  createdAt: systemData?.createdAt,
  createdBy: systemData?.createdBy,
  changedAt: systemData?.lastModifiedAt,
  changedBy: systemData?.lastModifiedBy,
});

const lastSegment = (id: ArmId) => id.slice(id.lastIndexOf("/") + 1);

function subscriptionOf(id: ArmId) {
  const subscription = subscriptionId(id.split("/")[2] ?? "");
  if (!subscription) throw new MalformedRecord("id", "lies in no subscription");
  return subscription;
}
