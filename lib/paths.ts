import type { Scope } from "./domain/scope";
import { scopePath } from "./domain/scope";

/** Every URL of ours. */
export const paths = {
  /** What there is, in one picture. */
  overview: "/",
  customers: "/customers",
  customersBySubscriptions: "/customers?sort=-subscriptions",
  customer: (tenantId: string) => `/customers/${tenantId}`,
  /** One customer, with one of its delegations open. */
  customerDelegation: (tenantId: string, delegationId: string) =>
    `/customers/${tenantId}?open=${inQuery(delegationId)}`,
  delegations: "/delegations",
  delegation: (delegationId: string) => `/delegations?open=${inQuery(delegationId)}`,
  /** Those that one offer brought; its name as the table shows it. */
  delegationsOfOffer: (name: string) => `/delegations?offer=${encodeURIComponent(name.replaceAll(",", "%2C"))}`,
  /** Who reaches what one delegation gives. */
  delegationAccess: (delegationId: string) => `/delegations/access?delegation=${inQuery(delegationId)}`,
  /** Who reaches a scope, named by its path. */
  scopeAccess: (scope: string) => `/access/scope?scope=${inQuery(scope)}`,
  customerAccess: (tenantId: string) => `/customers/${tenantId}/access`,
  /** What was found at one customer, of one severity if one is given. */
  customerFindings: (tenantId: string, severity?: string) =>
    `/customers/${tenantId}/findings${severity ? `?severity=${severity}` : ""}`,
  /** Who touches what, as a matrix. */
  access: "/access",
  principals: "/access/principals",
  people: "/access/principals?kind=User",
  /** People to whom something surely gives access. */
  peopleWithAccess: "/access/principals?kind=User&gives=Access",
  principal: (principalId: string) => `/access/principals/${principalId}`,
  /** Somebody, with what they hold at one customer open. */
  principalCustomer: (principalId: string, tenantId: string) => `/access/principals/${principalId}?open=${tenantId}`,
  /** What has to end when somebody leaves. */
  leaver: (principalId: string) => `/access/principals/${principalId}/leaver`,
  compareAny: "/access/compare",
  compareWith: (one: string) => `/access/compare?one=${one}`,
  compare: (one: string, other: string) => `/access/compare?one=${one}&other=${other}`,
  assignments: "/access/assignments",
  /** One grant, by the key that names it in every index. */
  assignment: (key: string) => `/access/assignments?open=${inQuery(key)}`,
  /** The grants of one role; `name` as the table shows it. */
  assignmentsOfRole: (name: string) => `/access/assignments?role=${encodeURIComponent(name.replaceAll(",", "%2C"))}`,
  /** The grants of one kind, of one privilege if one is given; both as the table shows them. */
  assignmentsThat: (grant: string, privilege?: string) =>
    `/access/assignments?grant=${grant}${privilege ? `&privilege=${privilege}` : ""}`,
  roles: "/access/roles",
  role: (roleId: string) => `/access/roles/${roleId}`,
  /** The roles that allow an operation. */
  rolesAllowing: (operation: string) => `/access/roles?allows=${inQuery(operation)}`,
  myAccess: "/access/mine",
  /** One role of mine, with what can be done with it. */
  myGrant: (id: string) => `/access/mine?open=${inQuery(id)}`,
  /** My roles at one customer; both names as the table shows them. */
  myGrantsOf: (customer: string, role: string) =>
    `/access/mine?customer=${inQuery(customer.replaceAll(",", "%2C"))}&role=${inQuery(role.replaceAll(",", "%2C"))}`,
  findings: "/findings",
  /** One finding, by its fingerprint, beside the list. */
  finding: (id: string) => `/findings?open=${id}`,
  /** The findings of one thing; an ARM id stays readable. */
  findingsOf: (kind: "customer" | "delegation" | "principal" | "role", id: string, severity?: string) =>
    `/findings?of=${kind}:${inQuery(id)}${severity ? `&severity=${severity}` : ""}`,
  findingsOfSeverity: (severity: string) => `/findings?severity=${severity}`,
  /** One finding beside all others of its rule. */
  findingInRule: (title: string, id: string) => `/findings?rule=${inQuery(title.replaceAll(",", "%2C"))}&open=${id}`,
  findingsOfRule: (title: string) => `/findings?rule=${inQuery(title.replaceAll(",", "%2C"))}`,
  rules: "/findings/rules",
  rule: (ruleId: string) => `/findings/rules/${ruleId}`,
} as const;

// A resource path stays readable: slashes are allowed in a query.
const inQuery = (text: string) => encodeURIComponent(text).replaceAll("%2F", "/");

/**
 * The Azure portal at a delegated scope. The tenant in it is the managing one: a person's rights through Lighthouse hold
 * there, and the portal would ask them to sign in to the customer's tenant otherwise.
 */
export const portalUrl = (portal: string, managingTenant: string, scope: Scope): string =>
  `${portal}/#@${managingTenant}/resource${scopePath(scope)}/overview`;

/** My customers in the Azure portal, which lists the delegations of one's own tenant. */
export const portalMyCustomers = (portal: string, managingTenant: string): string =>
  `${portal}/#@${managingTenant}/blade/Microsoft_Azure_CustomerHub/MyCustomersBladeV2/~/customers`;

/**
 * My roles of Azure resources in Privileged Identity Management, where what the API does not serve is activated. It carries
 * no scope: PIM's own page of one resource is found by an id that only PIM knows, so whoever links here says what to look for.
 */
export const portalPim = (portal: string, managingTenant: string): string =>
  `${portal}/#@${managingTenant}/view/Microsoft_Azure_PIMCommon/ActivationMenuBlade/~/azurerbac`;
