import { createHash } from "node:crypto";
import type { ServicePrincipal, World } from "../world";
import { servicePrincipalByAppId } from "./directory";
import { badRequest, notFound } from "./errors";
import { isGuid } from "./guid";
import { readsApplications } from "./permissions";
import type { Route } from "./route";
import { keyCredential, passwordCredential } from "./schema";

/** A world keeps no application objects, so their object ids follow from the application's id. */
export const objectIdOf = (appId: string): string => {
  const digits = createHash("sha256").update(`application:${appId.toLowerCase()}`).digest("hex");
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `4${digits.slice(13, 16)}`,
    `a${digits.slice(17, 20)}`,
    digits.slice(20, 32),
  ].join("-");
};

const application = (principal: ServicePrincipal) => ({
  id: objectIdOf(principal.appId),
  deletedDateTime: null,
  appId: principal.appId,
  displayName: principal.displayName,
  keyCredentials: principal.keyCredentials.map(keyCredential),
  passwordCredentials: principal.passwordCredentials.map(passwordCredential),
});

const livesHere = ({ appOwnerOrganizationId, servicePrincipalType }: ServicePrincipal, { id }: World) =>
  appOwnerOrganizationId?.toLowerCase() === id.toLowerCase() && servicePrincipalType === "Application";

const routeAt = (path: string, find: (world: World, id: string) => ServicePrincipal | undefined): Route => ({
  path,
  kind: "record",
  method: "GET",
  permissions: readsApplications,
  record: ({ call, params }) => {
    const id = params.appId ?? params.id ?? "";
    if (!isGuid(id)) throw badRequest(`Invalid object identifier '${id}'.`);
    const principal = find(call.world, id.toLowerCase());
    if (!principal || !livesHere(principal, call.world)) throw notFound(id);
    return { "@odata.context": `${call.origin}/v1.0/$metadata#applications/$entity`, ...application(principal) };
  },
});

export const applicationRoutes: readonly Route[] = [
  routeAt("applications(appId='{appId}')", servicePrincipalByAppId),
  routeAt("applications/{id}", ({ servicePrincipals }, id) =>
    [...servicePrincipals.values()].find(({ appId }) => objectIdOf(appId) === id),
  ),
];
