import { createHash } from "node:crypto";
import type { ServicePrincipal } from "../world";
import { servicePrincipalByAppId } from "./directory";
import { badRequest, notFound } from "./errors";
import { isGuid } from "./guid";
import { readsApplications } from "./permissions";
import type { Route } from "./route";
import { keyCredential, passwordCredential } from "./schema";

/** A world keeps no application objects, so their object ids follow from the application's id. */
const objectIdOf = (appId: string): string => {
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

export const applicationRoutes: readonly Route[] = [
  {
    path: "applications(appId='{appId}')",
    kind: "record",
    method: "GET",
    permissions: readsApplications,
    record: ({ call, params }) => {
      const appId = params.appId ?? "";
      if (!isGuid(appId)) throw badRequest(`Invalid object identifier '${appId}'.`);
      const principal = servicePrincipalByAppId(call.world, appId);
      const livesHere = principal?.appOwnerOrganizationId?.toLowerCase() === call.world.id.toLowerCase();
      if (!principal || !livesHere || principal.servicePrincipalType !== "Application") throw notFound(appId);
      return { "@odata.context": `${call.origin}/v1.0/$metadata#applications/$entity`, ...application(principal) };
    },
  },
];
