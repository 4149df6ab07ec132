import { Refusal } from "../../call";
import { badRequest } from "../errors";
import { listPage } from "../page";
import { queryOf, type ArmCall, type Route } from "../route";
import { infrastructure } from "./infrastructure";
import { providerOperations, type ProviderOperations } from "./notation";
import { platform } from "./platform";
import { workloads } from "./workloads";

/** What there is to do in Azure, as far as the worlds' roles speak of it. */
export const allProviderOperations: readonly ProviderOperations[] = [...platform, ...workloads, ...infrastructure]
  .map(providerOperations)
  .sort((a, b) => (a.name < b.name ? -1 : 1));

const path = "providers/Microsoft.Authorization/providerOperations";
const apiVersions = ["2022-04-01", "2018-01-01-preview", "2015-07-01"];

/** The types come only on request. */
function present(call: ArmCall): (row: ProviderOperations) => ProviderOperations {
  const expand = queryOf(call, "$expand");
  if (expand === undefined) return (row) => ({ ...row, resourceTypes: [] });
  if (expand.toLowerCase() === "resourcetypes") return (row) => row;
  throw badRequest("InvalidQueryParameter", `The value '${expand}' of '$expand' is not supported.`);
}

const list = (call: ArmCall): Response => listPage(call, allProviderOperations, present(call));

const get = (call: ArmCall): Response => {
  const { namespace = "" } = call.params;
  const row = allProviderOperations.find(({ name }) => name.toLowerCase() === namespace.toLowerCase());
  if (!row) throw new Refusal(404, "ProviderNotFound", `The resource provider '${namespace}' was not found.`);
  return Response.json(present(call)(row));
};

/** No secret, as built-in roles are none: being signed in is enough. */
export const providerOperationRoutes: Route[] = [
  { method: "GET", path, apiVersions, handle: list },
  { method: "GET", path: `${path}/{namespace}`, apiVersions, handle: get },
];
