import type { MarketplaceRegistrationDefinition, World } from "../../world";
import { resourceNotFound } from "../errors";
import { listPage } from "../page";
import type { ArmCall, Route } from "../route";
import { filterValues } from "./filter";
import { namespace } from "./rows";
import { apiVersions, knowsEligible } from "./versions";

const type = "marketplaceRegistrationDefinitions";
const path = `providers/${namespace}/${type}`;
const scopes: Route["scopes"] = ["subscription", "resourceGroup"];

const list = (call: ArmCall): Response => {
  const plans = filterValues(call, "planIdentifier");
  const rows = [...call.world.marketplaceRegistrationDefinitions].filter(
    ([identifier]) => plans?.has(identifier) ?? true,
  );
  return listPage(call, rows, ([, row]) => show(row, call.apiVersion));
};

const get = (call: ArmCall): Response => {
  const identifier = call.params.marketplaceIdentifier ?? "";
  const row = newest(matching(call.world, identifier));
  if (!row) throw resourceNotFound(`${namespace}/${type}`, identifier, call.scope.resourceGroup);
  return Response.json(show(row, call.apiVersion));
};

function show(row: MarketplaceRegistrationDefinition, apiVersion: string): unknown {
  if (knowsEligible(apiVersion)) return row;
  const properties = { ...row.properties };
  delete properties.eligibleAuthorizations;
  return { ...row, properties };
}

/** `{publisher}[.{product}[.{plan}[.{version}]]]`: only the version holds dots, so it is what is left after three cuts. */
function matching(world: World, identifier: string): MarketplaceRegistrationDefinition[] {
  const [publisher, product, plan, ...version] = identifier.toLowerCase().split(".");
  const wanted = [publisher, product, plan, version.length > 0 ? version.join(".") : undefined];
  return [...world.marketplaceRegistrationDefinitions.values()].filter((row) => {
    const actual = [row.plan.publisher, row.plan.product, row.plan.name, row.plan.version];
    return wanted.every((part, index) => part === undefined || part === actual[index]?.toLowerCase());
  });
}

/** By the numbers between the dots; how Azure orders versions is not documented. */
function newest(rows: readonly MarketplaceRegistrationDefinition[]): MarketplaceRegistrationDefinition | undefined {
  return [...rows].sort((a, b) => b.plan.version.localeCompare(a.plan.version, "en", { numeric: true }))[0];
}

const action = `${namespace}/${type}/read`;
const item = "{marketplaceIdentifier}";

/** Without a scope a published plan is readable to anybody who is signed in. */
export const marketplaceRoutes: Route[] = [
  { method: "GET", path, apiVersions, handle: list },
  { method: "GET", path: `${path}/${item}`, apiVersions, handle: get },
  { method: "GET", path: `{scope}/${path}`, scopes, apiVersions, action, handle: list },
  { method: "GET", path: `{scope}/${path}/${item}`, scopes, apiVersions, action, handle: get },
];
