import type { Operation } from "@/lib/domain/operation";
import type { Azure } from "./client";
import { segment } from "./managed-services/address";
import { pages } from "./paging";
import { parsed, type ServiceRequest } from "./service-client";
import { listInSlices } from "./slices";
import { MalformedRecord, objectOf, textOf, type Malformed, type Parse } from "./wire";

export type OperationsResult = Readonly<{
  /** Sorted by name without regard to case. */
  operations: readonly Operation[];
  malformed: readonly Malformed[];
}>;

const path = "/providers/Microsoft.Authorization/providerOperations";

/**
 * The operations that roles can allow, of one provider (`Microsoft.Compute`) or of all. The list of all is about 12 MB,
 * so ask for one where one is enough. @throws AzureError, `notFound` for a namespace that ARM does not know
 */
export async function listProviderOperations(
  { arm }: Pick<Azure, "arm">,
  namespace?: string,
  signal?: AbortSignal,
): Promise<OperationsResult> {
  const request: ServiceRequest = {
    path: namespace === undefined ? path : `${path}/${segment(namespace)}`,
    query: { "api-version": "2022-04-01", $expand: "resourceTypes" },
    needs: "Microsoft.Authorization/providerOperations/read",
    signal,
  };
  const raw: unknown[] = [];
  if (namespace !== undefined) {
    const { body } = await arm.send(request);
    raw.push(...parsed(arm, () => operationsIn(body, () => undefined)));
  } else for await (const { items } of pages(arm, request, operationsIn)) for (const some of items) raw.push(...some);
  const { items, malformed } = await listInSlices(raw, toOperation, "operations");
  return { operations: inOrder(items), malformed };
}

/** Of a provider: its own operations and those of its types of resources. */
const operationsIn: Parse<readonly unknown[]> = (raw) => {
  const provider = objectOf(raw);
  if (!provider) throw new MalformedRecord("", "is no provider");
  const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
  const ofTypes = listOf(provider["resourceTypes"]).flatMap((type) => listOf(objectOf(type)?.["operations"]));
  return [...listOf(provider["operations"]), ...ofTypes];
};

const toOperation: Parse<Operation> = (raw) => {
  const wire = objectOf(raw);
  const name = textOf(wire?.["name"]);
  if (name === undefined) throw new MalformedRecord("name", "is missing");
  return {
    name,
    isDataAction: wire?.["isDataAction"] === true,
    display: textOf(wire?.["displayName"]),
    description: textOf(wire?.["description"]),
  };
};

/** A name may exist twice, as an action and as a data action. */
function inOrder(operations: readonly Operation[]): readonly Operation[] {
  const keyed = new Map(operations.map((one) => [`${one.name.toLowerCase()} ${one.isDataAction}`, one]));
  return [...keyed].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, operation]) => operation);
}
