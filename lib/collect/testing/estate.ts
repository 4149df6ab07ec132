/** Rows as Azure sends them, of an estate whose size a test chooses. */
export type Estate = Readonly<{
  managingTenant: string;
  assignments: readonly Record<string, unknown>[];
  definitions: readonly Record<string, unknown>[];
  subscriptions: readonly SubscriptionRow[];
  tenants: readonly Record<string, unknown>[];
  roles: readonly Record<string, unknown>[];
  principals: readonly Record<string, unknown>[];
}>;

export type SubscriptionRow = Readonly<{ subscriptionId: string; displayName: string; tenantId: string }>;

type Sizes = Readonly<{
  customers?: number;
  subscriptionsEach?: number;
  /** Delegations of resource groups, beside one of each whole subscription. */
  groupsEach?: number;
  /** Whether assignments carry their definition. */
  isExpanded?: boolean;
  /** Definitions that no assignment uses. */
  unused?: number;
}>;

export const guid = (kind: number, number: number) =>
  `${String(kind).padStart(8, "0")}-0000-4000-8000-${number.toString(16).padStart(12, "0")}`;

export const managingTenant = guid(1, 0);
export const tenantOf = (number: number) => guid(1, number);
export const subscriptionOf = (number: number) => guid(2, number);
export const readerRole = guid(4, 1);

const provider = "providers/Microsoft.ManagedServices";

export function definitionRow(number: number, subscription: string, customer: number) {
  const id = `/subscriptions/${subscription}/${provider}/registrationDefinitions/${guid(5, number)}`;
  return {
    id,
    name: guid(5, number),
    type: "microsoft.managedservices/registrationdefinitions",
    tenantId: tenantOf(customer),
    subscriptionId: subscription,
    resourceGroup: "",
    plan: null as unknown,
    properties: {
      registrationDefinitionName: `Care ${customer % 3}`,
      description: "",
      managedByTenantId: managingTenant,
      manageeTenantId: tenantOf(customer),
      manageeTenantName: `Signed ${customer}`,
      provisioningState: "Succeeded",
      authorizations: [
        { principalId: guid(3, number % 7), principalIdDisplayName: "Operators", roleDefinitionId: readerRole },
      ] as Record<string, unknown>[],
      eligibleAuthorizations: [] as unknown[],
    },
  };
}

type DefinitionRow = ReturnType<typeof definitionRow>;

export function assignmentRow(number: number, definition: DefinitionRow, group: string | undefined, isExpanded = true) {
  const scope = `/subscriptions/${definition.subscriptionId}${group ? `/resourceGroups/${group}` : ""}`;
  const { id, name, type, plan, properties } = definition;
  const expanded = { id, name, type, properties };
  return {
    id: `${scope}/${provider}/registrationAssignments/${guid(6, number)}`,
    name: guid(6, number),
    type: "microsoft.managedservices/registrationassignments",
    tenantId: definition.tenantId,
    subscriptionId: definition.subscriptionId,
    resourceGroup: group ?? "",
    plan: null,
    properties: {
      registrationDefinitionId: definition.id,
      provisioningState: "Succeeded",
      ...(isExpanded && { registrationDefinition: { ...expanded, ...(plan !== null && { plan }) } }),
    },
  };
}

const byId = <Row extends { id: string }>(rows: Row[]) => rows.sort((left, right) => (left.id < right.id ? -1 : 1));

export function estate({
  customers = 3,
  subscriptionsEach = 2,
  groupsEach = 1,
  isExpanded = true,
  unused = 0,
}: Sizes = {}): Estate {
  const definitions: DefinitionRow[] = [];
  const assignments: ReturnType<typeof assignmentRow>[] = [];
  const subscriptions: SubscriptionRow[] = [];
  for (let customer = 1; customer <= customers; customer++)
    for (let each = 0; each < subscriptionsEach; each++) {
      const subscriptionId = subscriptionOf(subscriptions.length + 1);
      const number = subscriptions.length + 1;
      subscriptions.push({ subscriptionId, displayName: `sub-${number}`, tenantId: tenantOf(customer) });
      const definition = definitionRow(definitions.length + 1, subscriptionId, customer);
      definitions.push(definition);
      for (let group = 0; group <= groupsEach; group++)
        assignments.push(
          assignmentRow(assignments.length + 1, definition, group === 0 ? undefined : `RG-${group}`, isExpanded),
        );
    }
  for (let number = 0; number < unused; number++)
    definitions.push(definitionRow(definitions.length + 1, subscriptionOf(1), 1));
  return {
    managingTenant,
    assignments: byId(assignments),
    definitions: byId(definitions),
    subscriptions,
    tenants: Array.from({ length: customers }, (_, index) => ({
      id: `/tenants/${tenantOf(index + 1)}`,
      tenantId: tenantOf(index + 1),
      tenantCategory: "ManagedBy",
      displayName: `Customer ${index + 1}`,
      defaultDomain: `customer${index + 1}.example`,
      domains: [`customer${index + 1}.example`],
    })),
    roles: [
      {
        id: `/providers/Microsoft.Authorization/roleDefinitions/${readerRole}`,
        name: readerRole,
        type: "Microsoft.Authorization/roleDefinitions",
        properties: {
          roleName: "Reader",
          description: "Sees everything",
          type: "BuiltInRole",
          permissions: [{ actions: ["*/read"], notActions: [], dataActions: [], notDataActions: [] }],
          assignableScopes: ["/"],
        },
      },
    ],
    principals: Array.from({ length: 7 }, (_, index) => ({
      "@odata.type": "#microsoft.graph.group",
      id: guid(3, index),
      displayName: `Group ${index}`,
    })),
  };
}
