/** Every page of a signed-in person: its address, and its title until it knows a better one. */
export const routes = {
  overview: { path: "/", title: "Overview" },
  customers: { path: "/customers", title: "Customers" },
  customer: { path: "/customers/[tenantId]", title: "Customer" },
  customerAccess: { path: "/customers/[tenantId]/access", title: "Customer" },
  customerFindings: { path: "/customers/[tenantId]/findings", title: "Customer" },
  delegations: { path: "/delegations", title: "Delegations" },
  delegationAccess: { path: "/delegations/access", title: "Access of a delegation" },
  matrix: { path: "/access", title: "Access" },
  principals: { path: "/access/principals", title: "Principals" },
  principal: { path: "/access/principals/[principalId]", title: "Principal" },
  leaver: { path: "/access/principals/[principalId]/leaver", title: "Leaver check" },
  compare: { path: "/access/compare", title: "Compare" },
  assignments: { path: "/access/assignments", title: "Role assignments" },
  roles: { path: "/access/roles", title: "Roles" },
  role: { path: "/access/roles/[roleId]", title: "Role" },
  myAccess: { path: "/access/mine", title: "My access" },
  scopeAccess: { path: "/access/scope", title: "Access to a scope" },
  findings: { path: "/findings", title: "Findings" },
  rules: { path: "/findings/rules", title: "Rules" },
  rule: { path: "/findings/rules/[ruleId]", title: "Rule" },
} as const satisfies Record<string, { path: `/${string}`; title: string }>;

export type RouteName = keyof typeof routes;

/** What stands in brackets in a path: `{ tenantId: string }` of `/customers/[tenantId]`. */
export type ParamsOf<Path extends string> = Path extends `${string}[${infer Name}]${infer Rest}`
  ? Readonly<Record<Name, string>> & ParamsOf<Rest>
  : unknown;

export type Route = Readonly<{ name: RouteName; params: Readonly<Record<string, string>> }>;

const patterns = Object.entries(routes).map(([name, { path }]) => ({
  name: name as RouteName,
  parts: path.split("/"),
}));

/** The page at an address without its query; undefined where there is none. */
export function routeOf(pathname: string): Route | undefined {
  const parts = pathname.split("/");
  for (const pattern of patterns) {
    const params = match(pattern.parts, parts);
    if (params) return { name: pattern.name, params };
  }
  return undefined;
}

function match(pattern: readonly string[], parts: readonly string[]): Route["params"] | undefined {
  if (pattern.length !== parts.length) return undefined;
  const params: Record<string, string> = {};
  for (const [at, part] of pattern.entries()) {
    const text = parts[at]!;
    if (!part.startsWith("[")) {
      if (part !== text) return undefined;
      continue;
    }
    const value = decoded(text);
    if (!value) return undefined;
    params[part.slice(1, -1)] = value;
  }
  return params;
}

/** Undefined where the escapes are broken. */
function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
