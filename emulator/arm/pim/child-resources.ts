import { eligibilitiesFor } from "../../eligibilities";
import { badRequest } from "../errors";
import { parseFilter } from "../filter";
import { listPage } from "../page";
import { queryOf, type ArmCall, type Route } from "../route";
import { apiVersions } from "./versions";

type Child = { id: string; name: string; type: "subscription" | "resourcegroup" };

/** What lies right below a scope and may be activated on: all below what one is eligible for, or a part by itself. */
const list = (call: ArmCall): Response => {
  const wanted = typesOf(call);
  const rows = childrenOf(call).filter(({ type }) => wanted?.has(type) ?? true);
  return listPage(call, rows, (row) => row);
};

function childrenOf({ world, caller, scope }: ArmCall): Child[] {
  const scopes = new Set(eligibilitiesFor(world, caller.objectId).map((row) => row.scope.toLowerCase()));
  const within = (path: string) => [...scopes].some((each) => each === path || each.startsWith(`${path}/`));
  if (scope.kind === "tenant") {
    return [...world.subscriptions.values()]
      .filter(({ subscriptionId }) => within(`/subscriptions/${subscriptionId.toLowerCase()}`))
      .map(({ subscriptionId }) => ({
        id: `/subscriptions/${subscriptionId}`,
        name: subscriptionId,
        type: "subscription",
      }));
  }
  const above = scope.path.toLowerCase();
  return [...world.resourceGroups]
    .filter(([path]) => path.startsWith(`${above}/resourcegroups/`) && (scopes.has(above) || within(path)))
    .map(([, { id, name }]) => ({ id, name, type: "resourcegroup" }));
}

/** `resourceType eq '…'`, or several of them joined by `or`. */
function typesOf(call: ArmCall): Set<string> | undefined {
  const text = queryOf(call, "$filter");
  if (text === undefined) return undefined;
  const types = text.split(/\s+or\s+/i).map((part) => {
    const [condition, ...more] = parseFilter(part) ?? [];
    const isType = condition?.kind === "equals" && condition.name === "resourcetype" && more.length === 0;
    if (!isType) throw badRequest("InvalidFilter", `The filter '${text}' is not supported.`);
    return condition.values.map((value) => value.toLowerCase());
  });
  return new Set(types.flat());
}

export const childResourceRoutes: Route[] = [
  {
    method: "GET",
    path: "{scope}/providers/Microsoft.Authorization/eligibleChildResources",
    scopes: ["tenant", "subscription"],
    apiVersions,
    handle: list,
  },
];
