import type { World } from "../world";
import { isOriginOf, isRegistered } from "./redirect-uri";
import type { Platform } from "./sign-ins";

/** An application that people or programs sign in to. */
export type App = {
  clientId: string;
  name: string;
  platform: Platform;
  redirectUris: readonly string[];
  /** Answers at `common` and `organizations` as well. */
  multiTenant: boolean;
  /** Of a confidential client. */
  secret: string | null;
  objectId: string | null;
};

/** Microsoft's Azure CLI: a public client that every real tenant knows, so scripts and tests can sign in as people. */
export const azureCli = "04b07795-8ddb-461a-bbee-02f9e1bf7b46";

export function appOf(world: World, clientId: string): App | null {
  const id = clientId.toLowerCase();
  const principal = [...world.servicePrincipals.values()].find(({ appId }) => appId.toLowerCase() === id);
  const app = { clientId: id, multiTenant: false, secret: null, objectId: principal?.id ?? null };
  if (id === world.clientId.toLowerCase()) {
    return { ...app, name: principal?.displayName ?? "Fresnel", platform: "spa", redirectUris: world.redirectUris };
  }
  if (id === azureCli) {
    const redirectUris = ["http://localhost:*", "http://localhost"];
    return { ...app, name: "Microsoft Azure CLI", platform: "native", redirectUris, multiTenant: true };
  }
  if (!principal?.secret) return null;
  const redirectUris = ["http://localhost:*/*"];
  return { ...app, name: principal.displayName, platform: "web", redirectUris, secret: principal.secret };
}

export const hasRedirectUri = (app: App, uri: string) => app.redirectUris.some((pattern) => isRegistered(pattern, uri));

export const mayRedeemAt = (app: App, origin: string) =>
  app.platform === "spa" && app.redirectUris.some((pattern) => isOriginOf(pattern, origin));
