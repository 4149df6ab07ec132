import { canDo } from "../rbac";
import type { ResourceGroup } from "../world";
import { authorizationFailed, badRequest, resourceGroupNotFound } from "./errors";
import { parseFilter, type Condition } from "./filter";
import { listPage } from "./page";
import { queryOf, type ArmCall, type Route } from "./route";

const apiVersions = ["2024-03-01", "2022-09-01", "2021-04-01", "2020-06-01", "2019-10-01"];
const action = "Microsoft.Resources/subscriptions/resourceGroups/read";

const show = ({ id, name, location, managedBy, tags }: ResourceGroup) => ({
  id,
  name,
  type: "Microsoft.Resources/resourceGroups",
  location,
  ...(managedBy !== null && { managedBy }),
  tags,
  properties: { provisioningState: "Succeeded" },
});

/** With rights in some groups only, the list holds those and is no failure. */
const list: Route = {
  method: "GET",
  path: "subscriptions/{subscriptionId}/resourceGroups",
  apiVersions,
  handle: (call) => {
    const { world, caller, scope } = call;
    const below = `${scope.path.toLowerCase()}/resourcegroups/`;
    const rows = [...world.resourceGroups].filter(([path]) => path.startsWith(below)).map(([, row]) => row);
    const all = canDo(world, caller.objectId, action, scope.path);
    const allowed = all ? rows : rows.filter(({ id }) => canDo(world, caller.objectId, action, id));
    if (!all && allowed.length === 0) throw authorizationFailed(call, action, scope.path);
    return listPage(call, allowed.filter(tagged(call)), show);
  },
};

const get: Route = {
  method: "GET",
  path: "subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}",
  apiVersions,
  action,
  handle: ({ world, scope, params: { resourceGroupName = "" } }) => {
    const row = world.resourceGroups.get(scope.path.toLowerCase());
    if (!row) throw resourceGroupNotFound(resourceGroupName);
    return Response.json(show(row));
  },
};

/** `tagName eq '…'`, alone or `and tagValue eq '…'`. */
function tagged(call: ArmCall): (group: ResourceGroup) => boolean {
  const text = queryOf(call, "$filter");
  if (text === undefined) return () => true;
  const conditions = parseFilter(text);
  const wanted = (name: string) => conditions?.find((condition) => condition.name === name);
  const [tagName, tagValue] = [wanted("tagname"), wanted("tagvalue")];
  if (!isComparison(tagName) || conditions?.length !== (tagValue ? 2 : 1)) {
    throw badRequest("InvalidFilterInQueryString", `Invalid $filter '${text}' specified in the query string.`);
  }
  return ({ tags }) =>
    Object.entries(tags).some(
      ([name, value]) =>
        name.toLowerCase() === tagName.values[0]?.toLowerCase() &&
        (!isComparison(tagValue) || value === tagValue.values[0]),
    );
}

const isComparison = (condition: Condition | undefined): condition is Condition & { kind: "equals" } =>
  condition?.kind === "equals" && condition.values.length === 1;

export const resourceGroupRoutes = [list, get];
