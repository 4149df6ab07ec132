import type { Plan, RegistrationDefinition } from "../../world";
import { objectAt, optionalText, readBody, textAt, type Fields } from "../body";
import { badRequest } from "../errors";
import type { ArmCall } from "../route";
import { isGuid, subscriptionPath } from "../scope";
import { readAuthorizations, readEligibleAuthorizations } from "./read-authorizations";
import { requireOwnTenant, requireRegistered } from "./registration";
import { keyAt, namespace, showDefinition, touched } from "./rows";
import { knowsEligible } from "./versions";
import { checkAuthorizations } from "./check-authorizations";

const type = "registrationDefinitions";

/** Creates a definition, or replaces what it says: from then on its assignments give the new authorizations. */
export async function putDefinition(call: ArmCall): Promise<Response> {
  const { world, scope, apiVersion } = call;
  const name = call.params.name ?? "";
  if (scope.kind !== "subscription") {
    throw badRequest(
      "InvalidRegistrationDefinitionUri",
      `The registration definition request scope '${scope.path}' should be '/subscriptions/<subscriptionId>'.`,
    );
  }
  if (!isGuid(name)) {
    throw badRequest(
      "InvalidRegistrationDefinitionUri",
      `The registration definition name '${name}' must be a valid Guid.`,
    );
  }
  requireRegistered(call);
  requireOwnTenant(call, [`${namespace}/${type}/write`]);

  const key = keyAt(subscriptionPath(scope), type, name);
  const existing = world.registrationDefinitions.get(key);
  const row = rowFrom(call, name, await readBody(call.request), existing);
  world.registrationDefinitions.set(key, row);
  world.version++;
  return Response.json(showDefinition(row, apiVersion), { status: existing ? 200 : 201 });
}

function rowFrom(
  call: ArmCall,
  name: string,
  body: Fields,
  existing: RegistrationDefinition | undefined,
): RegistrationDefinition {
  const { world, scope, apiVersion } = call;
  const at = "properties.";
  const fields = objectAt(body, "properties", "");
  const owner = world.subscriptions.get(scope.subscriptionId?.toLowerCase() ?? "")?.tenantId ?? "";
  const managing = textAt(fields, "managedByTenantId", at);
  if (!isGuid(managing)) {
    throw invalidDefinition(`The ManagedByTenantId '${managing}' must be a valid Guid.`);
  }
  if (managing.toLowerCase() === owner.toLowerCase()) {
    throw invalidDefinition(
      `The registration definition '${name}' not allowed to use the '${managing}' as ManagedByTenantId.`,
    );
  }
  if (existing && existing.properties.managedByTenantId.toLowerCase() !== managing.toLowerCase()) {
    throw invalidDefinition(`The ManagedByTenantId of the registration definition '${name}' cannot be changed.`);
  }
  if (fields.eligibleAuthorizations !== undefined && !knowsEligible(apiVersion)) {
    throw invalidDefinition(
      `The property 'eligibleAuthorizations' is allowed with api-version greater and equal to '2020-02-01-preview'.`,
    );
  }
  const authorizations = readAuthorizations(fields);
  const eligibleAuthorizations = readEligibleAuthorizations(fields);
  checkAuthorizations(world, name, managing, authorizations, eligibleAuthorizations);

  const plan = planFrom(body);
  const description = optionalText(fields, "description", at);
  const managedByTenantName = world.tenants.get(managing.toLowerCase())?.displayName;
  const manageeTenantName = world.tenants.get(owner.toLowerCase())?.displayName;
  return {
    id: existing?.id ?? `${subscriptionPath(scope)}/providers/${namespace}/${type}/${name}`,
    name: existing?.name ?? name,
    type: `${namespace}/${type}`,
    ...(plan && { plan }),
    systemData: touched(call, existing?.systemData),
    properties: {
      registrationDefinitionName: optionalText(fields, "registrationDefinitionName", at) ?? "",
      ...(description !== undefined && { description }),
      managedByTenantId: managing,
      ...(managedByTenantName !== undefined && { managedByTenantName }),
      manageeTenantId: owner,
      ...(manageeTenantName !== undefined && { manageeTenantName }),
      provisioningState: "Succeeded",
      authorizations,
      ...(eligibleAuthorizations.length > 0 && { eligibleAuthorizations }),
    },
  };
}

function planFrom(body: Fields): Plan | undefined {
  if (body.plan === undefined || body.plan === null) return undefined;
  const fields = objectAt(body, "plan", "");
  const text = (name: keyof Plan) => textAt(fields, name, "plan.");
  return { name: text("name"), publisher: text("publisher"), product: text("product"), version: text("version") };
}

const invalidDefinition = (message: string) => badRequest("InvalidRegistrationDefinitionCreateRequest", message);
