import { pages } from "../paging";
import { parsed, type ServiceClient, type ServiceRequest } from "../service-client";
import type { Malformed, Parse } from "../wire";
import { planFilter, scopeBefore, segment, tenantFilter, type PlanFilter, type TenantFilter } from "./address";
import { beginDelete, beginPut } from "./long-running";
import { paged } from "./paged";
import {
  MarketplaceRegistrationDefinition,
  Operation,
  RegistrationAssignment,
  RegistrationDefinition,
  type RegistrationAssignmentBody,
  type RegistrationDefinitionBody,
} from "./wire";

export type CallOptions = Readonly<{ abortSignal?: AbortSignal }>;
/** A record that cannot be read is left out of a list and told here. */
export type ListOptions = CallOptions & Readonly<{ onMalformed?: (malformed: Malformed) => void }>;
export type Expand = Readonly<{ expandRegistrationDefinition?: boolean }>;

export type ManagedServicesClient = ReturnType<typeof createManagedServicesClient>;

export const apiVersion = "2022-10-01";
const provider = "/providers/Microsoft.ManagedServices";
const may = (resource: string, verb: string) => `Microsoft.ManagedServices/${resource}/${verb}`;

/**
 * Azure Lighthouse's resource provider, in the shape that Azure's SDK gives its clients. A scope is
 * `/subscriptions/{id}` or `/subscriptions/{id}/resourceGroups/{name}`, with or without the leading slash.
 */
export function createManagedServicesClient(arm: ServiceClient) {
  const request = (
    scope: string,
    rest: string,
    needs: string,
    { abortSignal: signal }: CallOptions,
    query: Record<string, string | undefined> = {},
  ): ServiceRequest => ({
    path: `${scopeBefore(scope)}${provider}/${rest}`,
    query: { "api-version": apiVersion, ...query },
    needs,
    signal,
  });

  const get = async <Item>(call: ServiceRequest, parse: Parse<Item>): Promise<Item> => {
    const { body } = await arm.send(call);
    return parsed(arm, () => parse(body, () => undefined));
  };
  const list = <Item>(call: ServiceRequest, parse: Parse<Item>, options: ListOptions) =>
    paged(() => pages(arm, call, parse), options.onMalformed);

  const definitions = "registrationDefinitions";
  const assignments = "registrationAssignments";
  const marketplace = "marketplaceRegistrationDefinitions";
  const expand = ({ expandRegistrationDefinition }: Expand) => ({
    $expandRegistrationDefinition: expandRegistrationDefinition ? "true" : undefined,
  });

  const definition = (scope: string, id: string, verb: string, options: CallOptions) =>
    request(scope, `${definitions}/${segment(id)}`, may(definitions, verb), options);
  const assignment = (scope: string, id: string, verb: string, options: CallOptions & Expand) =>
    request(scope, `${assignments}/${segment(id)}`, may(assignments, verb), options, expand(options));

  const putDefinition = (scope: string, id: string, body: RegistrationDefinitionBody, options: CallOptions = {}) =>
    beginPut(arm, definition(scope, id, "write", options), body, RegistrationDefinition);
  const putAssignment = (scope: string, id: string, body: RegistrationAssignmentBody, options: CallOptions = {}) =>
    beginPut(arm, assignment(scope, id, "write", options), body, RegistrationAssignment);
  const deleteAssignment = (scope: string, id: string, options: CallOptions = {}) =>
    beginDelete(arm, assignment(scope, id, "delete", options));

  const listMarketplace = (scope: string, { filter, ...options }: ListOptions & { filter?: PlanFilter }) =>
    list(
      request(scope, marketplace, may(marketplace, "read"), options, { $filter: filter && planFilter(filter) }),
      MarketplaceRegistrationDefinition,
      options,
    );
  const getMarketplace = (scope: string, identifier: string, options: CallOptions) =>
    get(
      request(scope, `${marketplace}/${segment(identifier)}`, may(marketplace, "read"), options),
      MarketplaceRegistrationDefinition,
    );
  const listOperations = (scope: string, options: ListOptions) =>
    list(request(scope, "operations", may("operations", "read"), options), Operation, options);

  return {
    registrationDefinitions: {
      get: (scope: string, id: string, options: CallOptions = {}) =>
        get(definition(scope, id, "read", options), RegistrationDefinition),
      list: (scope: string, { filter, ...options }: ListOptions & { filter?: TenantFilter } = {}) =>
        list(
          request(scope, definitions, may(definitions, "read"), options, { $filter: filter && tenantFilter(filter) }),
          RegistrationDefinition,
          options,
        ),
      beginCreateOrUpdate: putDefinition,
      beginCreateOrUpdateAndWait: async (...call: Parameters<typeof putDefinition>) =>
        (await putDefinition(...call)).pollUntilDone(call[3]),
      delete: async (scope: string, id: string, options: CallOptions = {}): Promise<void> => {
        await arm.send({ ...definition(scope, id, "delete", options), method: "DELETE" });
      },
    },

    registrationAssignments: {
      get: (scope: string, id: string, options: CallOptions & Expand = {}) =>
        get(assignment(scope, id, "read", options), RegistrationAssignment),
      list: (scope: string, { filter, ...options }: ListOptions & Expand & { filter?: TenantFilter } = {}) =>
        list(
          request(scope, assignments, may(assignments, "read"), options, {
            $filter: filter && tenantFilter(filter),
            ...expand(options),
          }),
          RegistrationAssignment,
          options,
        ),
      beginCreateOrUpdate: putAssignment,
      beginCreateOrUpdateAndWait: async (...call: Parameters<typeof putAssignment>) =>
        (await putAssignment(...call)).pollUntilDone(call[3]),
      beginDelete: deleteAssignment,
      beginDeleteAndWait: async (...call: Parameters<typeof deleteAssignment>) =>
        (await deleteAssignment(...call)).pollUntilDone(call[2]),
    },

    marketplaceRegistrationDefinitions: {
      get: (scope: string, identifier: string, options: CallOptions = {}) => getMarketplace(scope, identifier, options),
      list: (scope: string, options: ListOptions & { filter?: PlanFilter } = {}) => listMarketplace(scope, options),
    },
    marketplaceRegistrationDefinitionsWithoutScope: {
      get: (identifier: string, options: CallOptions = {}) => getMarketplace("", identifier, options),
      list: (options: ListOptions & { filter?: PlanFilter } = {}) => listMarketplace("", options),
    },

    operations: { list: (options: ListOptions = {}) => listOperations("", options) },
    operationsWithScope: { list: (scope: string, options: ListOptions = {}) => listOperations(scope, options) },
  };
}
