import type { Estate } from "../estate";
import { origins } from "../services";
import { SignInError } from "./sign-in-error";
import { realmOf, sharedTenants } from "./tenant";

/** The OpenID Connect document of a tenant; `common` and `organizations` keep the issuer's placeholder. */
export function openIdConfiguration(estate: Estate, tenant: string): Record<string, unknown> {
  const shared = sharedTenants.includes(tenant.toLowerCase());
  if (!shared) knownTenant(estate, tenant);
  const issuerTenant = shared ? "{tenantid}" : (estate.byName(tenant)?.world.id ?? tenant);
  const base = `${origins.login}/${shared ? tenant.toLowerCase() : issuerTenant}`;
  return {
    token_endpoint: `${base}/oauth2/v2.0/token`,
    token_endpoint_auth_methods_supported: ["client_secret_post", "client_secret_basic"],
    jwks_uri: `${base}/discovery/v2.0/keys`,
    response_modes_supported: ["query", "fragment", "form_post"],
    subject_types_supported: ["pairwise"],
    id_token_signing_alg_values_supported: ["RS256"],
    response_types_supported: ["code"],
    scopes_supported: ["openid", "profile", "email", "offline_access"],
    issuer: `${origins.login}/${issuerTenant}/v2.0`,
    request_uri_parameter_supported: false,
    authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
    http_logout_supported: true,
    frontchannel_logout_supported: false,
    end_session_endpoint: `${base}/oauth2/v2.0/logout`,
    claims_supported: ["sub", "iss", "aud", "exp", "iat", "nonce", "preferred_username", "name", "tid", "ver"],
    code_challenge_methods_supported: ["S256"],
    tenant_region_scope: "EU",
    cloud_instance_name: "fresnel.localhost",
    msgraph_host: new URL(origins.graph).host,
  };
}

/** Which names the authority has; asked by libraries that were not told `knownAuthorities`. */
export function instanceDiscovery(authorizationEndpoint: string | null): Record<string, unknown> {
  const host = new URL(origins.login).host;
  const asked = authorizationEndpoint && URL.canParse(authorizationEndpoint) ? new URL(authorizationEndpoint) : null;
  if (asked?.host !== host) {
    throw new SignInError("invalid_instance", 50049, "Unknown or invalid instance.");
  }
  const tenant = asked.pathname.split("/")[1] ?? "common";
  return {
    tenant_discovery_endpoint: `${origins.login}/${tenant}/v2.0/.well-known/openid-configuration`,
    "api-version": "1.1",
    metadata: [{ preferred_network: host, preferred_cache: host, aliases: [host] }],
  };
}

/** Metadata names an unknown tenant with another error than the other endpoints do. */
function knownTenant(estate: Estate, tenant: string): void {
  if (estate.isCustomer(tenant)) return;
  try {
    realmOf(estate, tenant);
  } catch (error) {
    if (error instanceof SignInError) throw new SignInError("invalid_tenant", error.number, error.message);
    throw error;
  }
}
