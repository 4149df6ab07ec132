"use client";

import { createElement, Suspense, use, type ReactNode } from "react";
import { PageTitle } from "@/components/shell/page-title";
import { usePath } from "@/components/ui/address";
import { fetchedLater, type Later } from "@/components/ui/lazily";
import { routeOf, routes, type ParamsOf, type Route, type RouteName } from "@/lib/routes";

type Screen<Params> = (params: Params) => ReactNode;
/** Several screens in one frame, which stays where one of them follows another. */
type Framed<Params> = Readonly<{
  Frame: (params: Params & { children: ReactNode }) => ReactNode;
  Screen: Screen<Params>;
}>;
type Page<Params> = Screen<Params> | Framed<Params>;
type Loads = {
  [Name in RouteName]: () => Promise<Page<ParamsOf<(typeof routes)[Name]["path"]>>>;
};

const loads: Loads = {
  overview: async () => (await import("@/components/overview/overview-screen")).OverviewScreen,
  customers: async () => (await import("@/components/customers/customers-screen")).CustomersScreen,
  customer: () => import("./customer/delegations"),
  customerAccess: () => import("./customer/access"),
  customerFindings: () => import("./customer/findings"),
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

const pages = Object.fromEntries(
  Object.entries(loads).map(([name, load]) => [name, fetchedLater(load as () => Promise<Page<object>>)]),
) as Readonly<Record<RouteName, Later<Page<object>>>>;

// The first page is fetched while the sign-in is still looked up.
if (typeof window !== "undefined") {
  const first = routeOf(window.location.pathname);
  if (first) pages[first.name].ahead();
}

/** The page that the address names. Another address shows another page without asking the server. */
export function Screens() {
  const path = usePath();
  const route = routeOf(path);
  if (!route) return null;
  return (
    <>
      <PageTitle path={path} title={routes[route.name].title} />
      <Suspense>
        <Shown key={Object.values(route.params).join("/")} {...route} />
      </Suspense>
    </>
  );
}

function Shown({ name, params }: Route) {
  const page = pages[name].there() ?? use(pages[name].fetch());
  if (typeof page === "function") return createElement(page, { key: name, ...params });
  const { Frame, Screen } = page;
  return (
    <Frame {...params}>
      <Screen key={name} {...params} />
    </Frame>
  );
}
