import { missingConsent, notConsented } from "./scopes";
import { SignInError } from "./sign-in-error";
import { goBackWithCode, known, unmetContexts, type Visit } from "./visit";

/** `prompt=none`: a code, or the reason why a person has to be asked. */
export function signInSilently(visit: Visit): Response {
  const { address, request, session } = visit;
  const { realm, app } = address;
  const found = known(visit);
  if (!found) {
    if (!request.loginHint && realm.signIns.accounts(session.id).length > 1) {
      throw new SignInError(
        "interaction_required",
        16000,
        "Either multiple user identities are available for the current request or selected account is not supported for the scenario.",
      );
    }
    throw new SignInError("login_required", 50058, "A silent sign-in request was sent but no user is signed in.");
  }
  if (!found.person.accountEnabled) {
    throw new SignInError("interaction_required", 50057, "The user account is disabled.");
  }
  if (missingConsent(realm.world, request.scopes).length > 0) {
    throw new SignInError("consent_required", 65001, notConsented(app));
  }
  if (unmetContexts(visit, found.account).length > 0) {
    throw new SignInError(
      "interaction_required",
      50076,
      "Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication to access the resource.",
      { suberror: "basic_action", claims: request.claims ?? "" },
    );
  }
  return goBackWithCode(visit, found.account);
}
