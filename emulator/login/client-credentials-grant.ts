import { issueToProgram, type TokenAnswer } from "./issue";
import { readScopes } from "./scopes";
import { SignInError } from "./sign-in-error";
import { required, type TokenRequest } from "./token-request";

/** Signs a service principal in with its secret, which the token endpoint has compared. */
export async function redeemClientCredentials({ realm, app, form, signer, now }: TokenRequest): Promise<TokenAnswer> {
  const text = required(form, "scope");
  const scopes = readScopes(text, realm.world, app);
  const [names] = [...scopes.wanted.values()];
  if (scopes.written.length !== 1) {
    throw new SignInError(
      "invalid_scope",
      70011,
      `The provided request must include a 'scope' input parameter. The provided value for the input parameter 'scope' is not valid. The scope ${text} is not valid.`,
    );
  }
  if (names?.[0]?.toLowerCase() !== ".default") {
    throw new SignInError(
      "invalid_scope",
      1002012,
      `The provided value for scope ${text} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier (application ID URI).`,
    );
  }
  const principal = app.objectId ? realm.world.servicePrincipals.get(app.objectId.toLowerCase()) : undefined;
  if (!app.secret || !principal) {
    throw new SignInError(
      "invalid_client",
      7000218,
      "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
      { status: 401 },
    );
  }
  if (!principal.accountEnabled) {
    throw new SignInError("unauthorized_client", 7000112, `Application '${app.clientId}'(${app.name}) is disabled.`, {
      status: 401,
    });
  }
  return issueToProgram({ realm, app, signer, now, scopes, claims: form.get("claims") }, principal.id);
}
