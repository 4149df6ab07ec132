"use client";

import { createElement, Suspense, type ReactNode } from "react";
import { PageTitle } from "@/components/shell/page-title";
import { usePath } from "@/components/ui/address";
import { lazily } from "@/components/ui/lazily";
import { routeOf, routes, type ParamsOf, type Route, type RouteName } from "@/lib/routes";

type Screen<Params> = (params: Params) => ReactNode;
type Loads = {
  [Name in RouteName]: () => Promise<Screen<ParamsOf<(typeof routes)[Name]["path"]> & { name: Name }>>;
};

/** One for all its tabs, so that going from one to another keeps what stands around them. */
const customerPage = async () => (await import("./customer-page")).CustomerPage;

const loads: Loads = {
  overview: async () => (await import("@/components/overview/overview-screen")).OverviewScreen,
  customers: async () => (await import("@/components/customers/customers-screen")).CustomersScreen,
  customer: customerPage,
  customerAccess: customerPage,
  customerFindings: customerPage,
  delegations: async () => (await import("@/components/delegations/delegations-screen")).DelegationsScreen,
  delegationAccess: async () => (await import("@/components/reachers/delegation-access-screen")).DelegationAccessScreen,
  matrix: async () => (await import("@/components/matrix/matrix-screen")).MatrixScreen,
  principals: async () => (await import("@/components/principals/principals-screen")).PrincipalsScreen,
  principal: async () => (await import("@/components/principals/principal-screen")).PrincipalScreen,
  leaver: async () => (await import("@/components/principals/leaver/leaver-screen")).LeaverScreen,
  compare: async () => (await import("@/components/comparison/compare-screen")).CompareScreen,
  assignments: async () => (await import("@/components/assignments/assignments-screen")).AssignmentsScreen,
  roles: async () => (await import("@/components/roles/roles-screen")).RolesScreen,
  role: async () => (await import("@/components/roles/role-screen")).RoleScreen,
  myAccess: async () => (await import("@/components/my-access/my-access-screen")).MyAccessScreen,
  scopeAccess: async () => (await import("@/components/reachers/scope-access-screen")).ScopeAccessScreen,
  findings: async () => (await import("@/components/findings/list/findings-screen")).FindingsScreen,
  rules: async () => (await import("@/components/findings/rules/rules-screen")).RulesScreen,
  rule: async () => (await import("@/components/findings/rules/rule-screen")).RuleScreen,
};

type AnyLoad = () => Promise<Screen<Route["params"] & { name: RouteName }>>;

const screens = new Map(Object.values(loads).map((load) => [load, lazily(load as AnyLoad)]));

// The first page is fetched while the sign-in is still looked up.
if (typeof window !== "undefined") {
  const first = routeOf(window.location.pathname);
  if (first) loads[first.name]().catch(() => undefined);
}

/** The page that the address names. Another address shows another page without asking the server. */
export function Screens() {
  const path = usePath();
  const route = routeOf(path);
  const screen = route && screens.get(loads[route.name]);
  if (!screen) return null;
  return (
    <>
      <PageTitle path={path} title={routes[route.name].title} />
      <Suspense>
        {createElement(screen, { key: Object.values(route.params).join("/"), name: route.name, ...route.params })}
      </Suspense>
    </>
  );
}
