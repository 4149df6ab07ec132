import type { User } from "../world";
import { accountPage } from "./page/account-page";
import { adminApprovalPage, consentPage } from "./page/consent-page";
import { missingConsent } from "./scopes";
import { SignInError } from "./sign-in-error";
import { tenantName } from "./tenant";
import { goBackWithCode, known, unmetContexts, type Visit } from "./visit";

/** Signs the person in whom the browser knows or the form names; else shows the page on which to pick one. */
export function signInInteractively(visit: Visit, form: URLSearchParams): Response {
  const { address, request, now } = visit;
  if (form.get("consent") === "cancel") {
    throw new SignInError("access_denied", 65004, "User declined to consent to access the app.", {
      suberror: "cancel",
    });
  }
  const before = known(visit);
  if (!form.has("account") && !form.has("upn")) {
    const asks = request.prompt === "login" || request.prompt === "select_account";
    if (!before || asks || unmetContexts(visit, before.account).length > 0) return accountPage(visit, null);
    return consentThenCode(visit, form, before.person, before.account);
  }
  const person = chosenPerson(visit, form);
  if (!person) {
    const typed = form.get("upn") ?? "";
    return accountPage(visit, {
      typed,
      text: `AADSTS50034: ${tenantName(address.realm.world)} has no account “${typed}”.`,
    });
  }
  const contexts = before?.person === person ? [...before.account.contexts, ...request.contexts] : request.contexts;
  return consentThenCode(visit, form, person, { objectId: person.id, contexts, signedInAt: now });
}

function consentThenCode(
  visit: Visit,
  form: URLSearchParams,
  person: User,
  account: Parameters<typeof goBackWithCode>[1],
): Response {
  const { address, request } = visit;
  if (!person.accountEnabled) {
    return accountPage(visit, { typed: "", text: `AADSTS50057: The account of ${person.displayName} is disabled.` });
  }
  const missing = missingConsent(address.realm.world, request.scopes);
  if (missing.length > 0) return adminApprovalPage(visit, person, missing);
  if (request.prompt === "consent" && form.get("consent") !== "accept") return consentPage(visit, person);
  return goBackWithCode(visit, account);
}

function chosenPerson({ address: { realm } }: Visit, form: URLSearchParams): User | undefined {
  const id = form.get("account");
  if (id !== null) return realm.world.users.get(id.toLowerCase());
  const name = form.get("upn")?.trim().toLowerCase();
  return [...realm.world.users.values()].find(({ userPrincipalName }) => userPrincipalName.toLowerCase() === name);
}
