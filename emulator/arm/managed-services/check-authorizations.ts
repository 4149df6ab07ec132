import { compileRole } from "../../operation-pattern";
import { readAnything } from "../../rbac";
import type { Authorization, EligibleAuthorization, World } from "../../world";
import { badRequest } from "../errors";
import { owner, userAccessAdministrator, whyNotDelegable } from "./delegable-role";

const refuse = (message: string) => badRequest("InvalidRegistrationDefinitionCreateRequest", message);
const lower = (text: string) => text.toLowerCase();

/** Throws for the first rule of Lighthouse that a definition's authorizations break. */
export function checkAuthorizations(
  world: World,
  definition: string,
  managing: string,
  authorizations: readonly Authorization[],
  eligible: readonly EligibleAuthorization[],
): void {
  for (const authorization of authorizations) checkRole(world, definition, authorization);
  rejectDuplicates(definition, authorizations);
  for (const authorization of eligible) {
    checkEligibleRole(world, definition, authorization);
    checkPolicy(definition, authorization);
    checkPeople(world, definition, managing, authorization);
    if (!canRead(world, authorization.principalId, authorizations)) {
      throw refuse(
        `The principal '${authorization.principalId}' of an eligible authorization in registration definition '${definition}' needs a permanent authorization with Reader access.`,
      );
    }
  }
  rejectDuplicates(definition, eligible);
  rejectDifferentPolicies(definition, eligible);
}

function checkRole(world: World, definition: string, authorization: Authorization): void {
  const { roleDefinitionId, delegatedRoleDefinitionIds } = authorization;
  if (lower(roleDefinitionId) !== userAccessAdministrator) {
    const why = whyNotDelegable(world, roleDefinitionId, definition);
    if (why) throw refuse(why);
    if (!delegatedRoleDefinitionIds?.length) return;
    throw refuse(
      `The property 'delegatedRoleDefinitionIds' in registration definition '${definition}' is only allowed with the role definition '${userAccessAdministrator}'.`,
    );
  }
  if (!delegatedRoleDefinitionIds?.length) {
    throw refuse(
      `The role definition '${roleDefinitionId}' in registration definition '${definition}' requires 'delegatedRoleDefinitionIds'.`,
    );
  }
  for (const id of delegatedRoleDefinitionIds) {
    const why = whyNotDelegable(world, id, definition);
    if (why) throw refuse(why);
  }
}

function checkEligibleRole(world: World, definition: string, { roleDefinitionId }: EligibleAuthorization): void {
  if ([owner, userAccessAdministrator].includes(lower(roleDefinitionId))) {
    throw refuse(
      `The role definition '${roleDefinitionId}' is restricted for eligible authorization in registration definition '${definition}'. Restricted role definitions are '${owner};${userAccessAdministrator}'.`,
    );
  }
  const why = whyNotDelegable(world, roleDefinitionId, definition);
  if (why) throw refuse(why);
}

function checkPolicy(definition: string, { justInTimeAccessPolicy: policy }: EligibleAuthorization): void {
  const duration = policy?.maximumActivationDuration ?? "PT8H";
  const minutes = minutesOf(duration);
  if (minutes === undefined || minutes < 30 || minutes > 8 * 60) {
    throw refuse(
      `The MaximumActivationDuration '${duration}' in registration definition '${definition}' is not valid. It must be between 30 minutes and 8 hours.`,
    );
  }
  if ((policy?.managedByTenantApprovers?.length ?? 0) > 10) {
    throw refuse(`No more than 10 approvers are allowed for an eligible authorization in '${definition}'.`);
  }
}

/** Only the tenant's own directory can be looked at; another managing tenant's principals are taken as they are. */
function checkPeople(world: World, definition: string, managing: string, authorization: EligibleAuthorization): void {
  if (lower(managing) !== lower(world.id)) return;
  const approvers = authorization.justInTimeAccessPolicy?.managedByTenantApprovers ?? [];
  const robot = [authorization, ...approvers].find(({ principalId }) =>
    world.servicePrincipals.has(lower(principalId)),
  );
  if (!robot) return;
  throw refuse(
    `The principal '${robot.principalId}' of type ServicePrincipal is not allowed for eligible authorization in registration definition '${definition}'.`,
  );
}

function canRead(world: World, principalId: string, authorizations: readonly Authorization[]): boolean {
  return authorizations.some((authorization) => {
    const role = world.roleDefinitions.get(lower(authorization.roleDefinitionId));
    return (
      lower(authorization.principalId) === lower(principalId) &&
      role !== undefined &&
      compileRole(role.properties.permissions).allows(readAnything)
    );
  });
}

const pairOf = ({ principalId, roleDefinitionId }: Authorization) => lower(`${principalId}|${roleDefinitionId}`);

function rejectDuplicates(definition: string, list: readonly Authorization[]): void {
  const seen = new Set<string>();
  for (const item of list) {
    if (seen.has(pairOf(item))) {
      throw refuse(
        `The principal '${item.principalId}' with role definition '${item.roleDefinitionId}' occurs more than once in registration definition '${definition}'.`,
      );
    }
    seen.add(pairOf(item));
  }
}

function rejectDifferentPolicies(definition: string, eligible: readonly EligibleAuthorization[]): void {
  const policies = new Map<string, string>();
  for (const { roleDefinitionId, justInTimeAccessPolicy: policy } of eligible) {
    const text = JSON.stringify([
      policy?.multiFactorAuthProvider ?? "None",
      minutesOf(policy?.maximumActivationDuration ?? "PT8H"),
      (policy?.managedByTenantApprovers ?? []).map(({ principalId }) => lower(principalId)).sort(),
    ]);
    const known = policies.get(lower(roleDefinitionId));
    if (known !== undefined && known !== text) {
      throw refuse(
        `The eligible authorizations for role definition '${roleDefinitionId}' in registration definition '${definition}' must have the same just-in-time access policy.`,
      );
    }
    policies.set(lower(roleDefinitionId), text);
  }
}

/** Minutes of an ISO 8601 duration of hours and minutes; longer units are never within what is allowed. */
function minutesOf(duration: string): number | undefined {
  const match = /^PT(?=\d)(?:(\d+)H)?(?:(\d+)M)?$/.exec(duration);
  return match ? Number(match[1] ?? 0) * 60 + Number(match[2] ?? 0) : undefined;
}
