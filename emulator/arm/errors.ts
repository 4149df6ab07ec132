import { Refusal, type Call } from "../call";

/** ARM's error envelope; answers of ARM and of Resource Graph alike. */
export function armRefusal(refusal: Refusal): Response {
  const { target, details, headers } = refusal.more;
  const error = {
    code: refusal.code,
    message: refusal.message,
    ...(target !== undefined && { target }),
    ...(details && { details }),
  };
  return Response.json({ error }, { status: refusal.status, ...(headers && { headers }) });
}

export const badRequest = (code: string, message: string): Refusal => new Refusal(400, code, message);

export const subscriptionNotFound = (id: string): Refusal =>
  new Refusal(404, "SubscriptionNotFound", `The subscription '${id}' could not be found.`);

export const authorizationFailed = ({ caller }: Call, action: string, scope: string): Refusal =>
  new Refusal(
    403,
    "AuthorizationFailed",
    `The client '${caller.name}' with object id '${caller.objectId}' does not have authorization to perform action '${action}' over scope '${scope}' or the scope is invalid. If access was recently granted, please refresh your credentials.`,
  );

/** What ARM says when the subscription's tenant neither is the caller's nor has delegated anything to it. */
export function wrongTenant({ world }: Call, owner: string): Refusal {
  const message = `The access token is from the wrong issuer 'https://sts.windows.net/${world.id}/'. It must match the tenant 'https://sts.windows.net/${owner}/' associated with this subscription. Please use the authority (URL) 'https://login.windows.net/${owner}' to get the token. Note, if the subscription is transferred to another tenant there is no impact to the services, but information about new tenant could take time to propagate (up to an hour). If you just transferred your subscription and see this error message, please try back later.`;
  const challenge = `Bearer authorization_uri="https://login.windows.net/${owner}", error="invalid_token", error_description="The access token is from the wrong issuer."`;
  return new Refusal(401, "InvalidAuthenticationTokenTenant", message, { headers: { "WWW-Authenticate": challenge } });
}

export const resourceGroupNotFound = (name: string): Refusal =>
  new Refusal(404, "ResourceGroupNotFound", `Resource group '${name}' could not be found.`);

export const resourceNotFound = (type: string, name: string, resourceGroup: string | undefined): Refusal =>
  new Refusal(
    404,
    "ResourceNotFound",
    `The Resource '${type}/${name}' under resource group '${resourceGroup ?? "<null>"}' was not found. For more details please go to https://aka.ms/ARMResourceNotFoundFix`,
  );

export const notImplemented = (what: string): Refusal =>
  new Refusal(501, "NotImplemented", `The emulator does not implement ${what}.`);
