import { origins } from "../services";
import type { World } from "../world";
import type { App } from "./apps";
import { SignInError } from "./sign-in-error";
import { tenantName } from "./tenant";

const oidcScopes = ["openid", "profile", "email", "offline_access"];

export type Resource = "arm" | "graph";
export type ScopeRequest = {
  openid: boolean;
  offline: boolean;
  /** What was asked for of each resource, without its prefix. */
  wanted: ReadonlyMap<Resource, readonly string[]>;
  /** `aud` of the tokens: the resource's prefix as it was written, as Entra copies it. */
  audiences: ReadonlyMap<Resource, string>;
  written: readonly string[];
};

/**
 * Reads a `scope` parameter. Scopes without a prefix are Microsoft Graph's, as they are in the public cloud.
 * Throws a {@link SignInError} for a resource or permission that does not exist.
 */
export function readScopes(text: string, world: World, app: App): ScopeRequest {
  const written = text.split(/\s+/).filter(Boolean);
  const wanted = new Map<Resource, string[]>();
  const audiences = new Map<Resource, string>();
  for (const scope of written) {
    if (oidcScopes.includes(scope.toLowerCase())) continue;
    const { resource, audience, name } = split(scope, world);
    if (resource === "arm" && !["user_impersonation", ".default"].includes(name.toLowerCase())) {
      throw new SignInError(
        "invalid_client",
        650053,
        `The application '${app.name}' asked for scope '${name}' that doesn't exist on the resource '797f4846-ba00-4fd7-ba43-dac1f8f63013'. Contact the app vendor.`,
      );
    }
    wanted.set(resource, [...(wanted.get(resource) ?? []), name]);
    audiences.set(resource, audience);
  }
  const has = (scope: string) => written.some((one) => one.toLowerCase() === scope);
  return { openid: has("openid"), offline: has("offline_access"), wanted, audiences, written };
}

function split(scope: string, world: World): { resource: Resource; audience: string; name: string } {
  if (!scope.includes("://")) return { resource: "graph", audience: origins.graph, name: scope };
  const slash = scope.lastIndexOf("/");
  const audience = scope.slice(0, slash);
  const host = audience.replace(/\/$/, "").toLowerCase();
  const name = scope.slice(slash + 1);
  if (host === origins.arm && name) return { resource: "arm", audience, name };
  if (host === origins.graph && name) return { resource: "graph", audience, name };
  throw new SignInError(
    "invalid_resource",
    500011,
    `The resource principal named ${audience} was not found in the tenant named ${tenantName(world)}. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You might have sent your authentication request to the wrong tenant.`,
  );
}

/** Delegated permissions that a token for the resource carries: all that were consented to, as Entra's do. */
export function grantedScopes(world: World, resource: Resource): readonly string[] {
  return resource === "arm" ? ["user_impersonation"] : world.consented.map((scope) => scope.replace(/^.*\//, ""));
}

/** Permissions asked for that nobody consented to. */
export function missingConsent(world: World, { wanted }: ScopeRequest): readonly string[] {
  return [...wanted].flatMap(([resource, names]) => {
    const granted = grantedScopes(world, resource).map((name) => name.toLowerCase());
    if (names.some((name) => name.toLowerCase() === ".default") && granted.length === 0) return [".default"];
    return names.filter((name) => name.toLowerCase() !== ".default" && !granted.includes(name.toLowerCase()));
  });
}

export const notConsented = (app: App) =>
  `The user or administrator has not consented to use the application with ID '${app.clientId}' named '${app.name}'. Send an interactive authorization request for this user and resource.`;

/** The one resource that a token is for. */
export function onlyResource({ wanted, written }: ScopeRequest): Resource {
  if (wanted.size > 1) {
    throw new SignInError(
      "invalid_request",
      28000,
      `Provided value for the input parameter scope is not valid because it contains more than one resource. Scope ${written.join(" ")} is not valid.`,
    );
  }
  return [...wanted.keys()][0] ?? "graph";
}
