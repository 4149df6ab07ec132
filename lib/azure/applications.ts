import { principalId, type PrincipalId } from "@/lib/domain/ids";
import { objectOf, textOf } from "./wire";

/** A text within the address of an object that Graph finds by another key than its id. */
const quoted = (text: string) => `'${encodeURIComponent(text.replaceAll("'", "''"))}'`;

/** An application by the id that its service principal carries; it exists in the tenant that the application lives in. */
export const applicationPath = (appId: string): string => `/applications(appId=${quoted(appId)})`;

/** An application by its own id, which no role can be given to. */
export const registrationPath = (objectId: PrincipalId): string => `/applications/${objectId}`;

/** Whom an application is in this tenant, wherever it lives. */
export const servicePrincipalPath = (appId: string): string =>
  `/servicePrincipals(appId=${quoted(appId)})?$select=id,appId,displayName`;

/** What those answers have in common; what cannot be read is undefined. */
export function namedApplication(body: unknown) {
  const record = objectOf(body);
  return {
    id: principalId(textOf(record?.["id"]) ?? ""),
    appId: textOf(record?.["appId"]),
    name: textOf(record?.["displayName"]),
  };
}
