import type { Authorization, EligibleAuthorization } from "../../world";
import { guidAt, missing, objectAt, objectsAt, optionalText, textsAt, type Fields } from "../body";
import { badRequest } from "../errors";
import { isGuid } from "../scope";

const at = "properties.";

/** The shape of standing authorizations; whether they are allowed is another question. */
export function readAuthorizations(fields: Fields): Authorization[] {
  if (fields.authorizations === undefined || fields.authorizations === null) throw missing("authorizations", at);
  return objectsAt(fields, "authorizations", at).map((item, index) => {
    const path = `${at}authorizations[${index}].`;
    const delegated = item.delegatedRoleDefinitionIds;
    return {
      ...principalFrom(item, path),
      roleDefinitionId: guidAt(item, "roleDefinitionId", path),
      ...(delegated !== undefined && delegated !== null && { delegatedRoleDefinitionIds: delegatedFrom(item, path) }),
    };
  });
}

function delegatedFrom(item: Fields, path: string): string[] {
  const ids = textsAt(item, "delegatedRoleDefinitionIds", path);
  const wrong = ids.find((id) => !isGuid(id));
  if (wrong !== undefined) {
    throw badRequest("InvalidRequestContent", `The DelegatedRoleDefinitionId '${wrong}' must be a valid Guid.`);
  }
  return ids;
}

export function readEligibleAuthorizations(fields: Fields): EligibleAuthorization[] {
  return objectsAt(fields, "eligibleAuthorizations", at).map((item, index) => {
    const path = `${at}eligibleAuthorizations[${index}].`;
    if (item.delegatedRoleDefinitionIds !== undefined) {
      throw badRequest(
        "InvalidRegistrationDefinitionCreateRequest",
        "The property 'delegatedRoleDefinitionIds' is not allowed for eligible authorizations.",
      );
    }
    const policy = item.justInTimeAccessPolicy;
    return {
      ...principalFrom(item, path),
      roleDefinitionId: guidAt(item, "roleDefinitionId", path),
      ...(policy !== undefined && policy !== null && { justInTimeAccessPolicy: policyFrom(item, path) }),
    };
  });
}

type Policy = NonNullable<EligibleAuthorization["justInTimeAccessPolicy"]>;

function policyFrom(item: Fields, path: string): Policy {
  const policy = objectAt(item, "justInTimeAccessPolicy", path);
  const inner = `${path}justInTimeAccessPolicy.`;
  const provider = optionalText(policy, "multiFactorAuthProvider", inner) ?? "None";
  if (provider !== "Azure" && provider !== "None") {
    throw badRequest(
      "InvalidRegistrationDefinitionCreateRequest",
      `The MultiFactorAuthProvider '${provider}' is not valid. Allowed values are 'Azure' and 'None'.`,
    );
  }
  const approvers = objectsAt(policy, "managedByTenantApprovers", inner).map((approver, index) =>
    principalFrom(approver, `${inner}managedByTenantApprovers[${index}].`),
  );
  return {
    multiFactorAuthProvider: provider,
    maximumActivationDuration: optionalText(policy, "maximumActivationDuration", inner) ?? "PT8H",
    ...(approvers.length > 0 && { managedByTenantApprovers: approvers }),
  };
}

function principalFrom(item: Fields, path: string): { principalId: string; principalIdDisplayName?: string } {
  const principalIdDisplayName = optionalText(item, "principalIdDisplayName", path);
  return {
    principalId: guidAt(item, "principalId", path),
    ...(principalIdDisplayName !== undefined && { principalIdDisplayName }),
  };
}
