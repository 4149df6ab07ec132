import type { Realm } from "../estate";
import type { TokenSigner } from "../tokens";
import type { User } from "../world";
import type { App } from "./apps";
import { SignInError } from "./sign-in-error";

/** A request to the token endpoint whose client is known, and proven where it has a secret. */
export type TokenRequest = { realm: Realm; app: App; form: URLSearchParams; signer: TokenSigner; now: Date };

export function required(form: URLSearchParams, name: string): string {
  const value = form.get(name);
  if (value) return value;
  throw new SignInError("invalid_request", 900144, `The request body must contain the following parameter: '${name}'.`);
}

/** The person a grant speaks of, if they may still sign in. */
export function personOf(realm: Realm, objectId: string): User {
  const person = realm.world.users.get(objectId.toLowerCase());
  if (!person) throw new SignInError("invalid_grant", 50034, "The user account does not exist in the directory.");
  if (!person.accountEnabled) throw new SignInError("invalid_grant", 50057, "The user account is disabled.");
  return person;
}

export const unknownApp = (clientId: string, tenant: string) =>
  new SignInError(
    "unauthorized_client",
    700016,
    `Application with identifier '${clientId}' was not found in the directory '${tenant}'. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You may have sent your authentication request to the wrong tenant.`,
  );
