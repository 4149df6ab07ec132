import type { Route } from "../route";
import { namespace } from "./rows";
import { apiVersions } from "./versions";

const describe = (resource: string, type: string, verbs: readonly (readonly [string, string])[]) =>
  verbs.map(([name, operation]) => ({
    name: `${namespace}/${type}/${name}`,
    display: { provider: "Managed Services Resource Provider", resource, operation, description: `${operation}.` },
  }));

const operations = [
  ...describe("Registration Definition", "registrationDefinitions", [
    ["read", "Retrieves a list of Managed Services registration definitions"],
    ["write", "Add or modify Managed Services registration definition"],
    ["delete", "Removes Managed Services registration definition"],
  ]),
  ...describe("Registration Assignment", "registrationAssignments", [
    ["read", "Retrieves a list of Managed Services registration assignments"],
    ["write", "Add or modify Managed Services registration assignment"],
    ["delete", "Removes Managed Services registration assignment"],
  ]),
  ...describe("Marketplace Registration Definition", "marketplaceRegistrationDefinitions", [
    ["read", "Retrieves a list of Managed Services registration definitions"],
  ]),
  ...describe("Operation", "operations", [["read", "Retrieves a list of operations"]]),
  ...describe("Operation Status", "operationStatuses", [["read", "Reads the operation status of the resource"]]),
];

const path = `providers/${namespace}/operations`;
const handle = () => Response.json({ value: operations });

export const operationRoutes: Route[] = [
  { method: "GET", path, apiVersions, handle },
  {
    method: "GET",
    path: `{scope}/${path}`,
    scopes: ["subscription", "resourceGroup"],
    apiVersions,
    action: `${namespace}/operations/read`,
    handle,
  },
];
