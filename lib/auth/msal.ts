import { PublicClientApplication, type Configuration } from "@azure/msal-browser";
import type { Cloud } from "../cloud";

type Registration = Readonly<{ cloud: Cloud; tenantId: string; clientId: string }>;

/**
 * MSAL refuses an authority that is not https, but connects to the endpoints that its metadata names. Where a cloud's
 * authority is reached elsewhere, the metadata therefore comes from us.
 */
function metadata({ authority }: Cloud, tenantId: string): string | undefined {
  if (!authority.reachedAt) return undefined;
  const reached = `${authority.reachedAt}/${tenantId}`;
  return JSON.stringify({
    issuer: `${authority.endpoint}/${tenantId}/v2.0`,
    authorization_endpoint: `${reached}/oauth2/v2.0/authorize`,
    token_endpoint: `${reached}/oauth2/v2.0/token`,
    end_session_endpoint: `${reached}/oauth2/v2.0/logout`,
    jwks_uri: `${reached}/discovery/v2.0/keys`,
  });
}

/** `origin` is this site's own: redirect URIs are registered with it. */
export function msalConfiguration({ cloud, tenantId, clientId }: Registration, origin: string): Configuration {
  const authorityMetadata = metadata(cloud, tenantId);
  return {
    auth: {
      clientId,
      authority: `${cloud.authority.endpoint}/${tenantId}`,
      // MSAL asks login.microsoftonline.com about every host that it is not told of.
      knownAuthorities: [new URL(cloud.authority.endpoint).host],
      ...(authorityMetadata ? { authorityMetadata } : {}),
      redirectUri: `${origin}/auth`,
      postLogoutRedirectUri: `${origin}/sign-in`,
      // Tells Entra that we answer claims challenges, so that access can be revoked at once.
      clientCapabilities: ["CP1"],
    },
    cache: { cacheLocation: "sessionStorage" },
    // MSAL gives a person a minute in the window, which a second factor and a forgotten phone easily take.
    system: { popupBridgeTimeout: 15 * 60_000 },
  };
}

export async function startMsal(registration: Registration): Promise<PublicClientApplication> {
  const msal = new PublicClientApplication(msalConfiguration(registration, window.location.origin));
  await msal.initialize();
  return msal;
}
