import type { User } from "../world";
import type { AuthorizeRequest, ReturnAddress } from "./authorize-request";
import { clientInfo } from "./issue";
import { sendBack } from "./send-back";
import type { Session } from "./session";
import type { Account } from "./sign-ins";

/** A browser at the authorize endpoint. */
export type Visit = {
  address: ReturnAddress;
  request: AuthorizeRequest;
  params: URLSearchParams;
  session: Session;
  now: Date;
};
export type Known = { person: User; account: Account };

const codeLifetimeMs = 10 * 60 * 1000;

/** Who is signed in in this browser and meant by the request: the one hinted at, else the only one. */
export function known({ address: { realm }, request, session }: Visit): Known | null {
  const everyone = realm.signIns.accounts(session.id).flatMap((account) => {
    const person = realm.world.users.get(account.objectId.toLowerCase());
    return person ? [{ person, account }] : [];
  });
  const hint = request.loginHint?.toLowerCase();
  if (hint) return everyone.find(({ person }) => person.userPrincipalName.toLowerCase() === hint) ?? null;
  return everyone.length === 1 ? (everyone[0] ?? null) : null;
}

/** Authentication contexts that the request asks for and the sign-in does not satisfy. */
export const unmetContexts = ({ request }: Visit, account: Account) =>
  request.contexts.filter((context) => !account.contexts.includes(context));

/** Remembers the account in this browser and goes back to the application with a code. */
export function goBackWithCode({ address, request, params, session, now }: Visit, account: Account): Response {
  const { realm, app, redirectUri } = address;
  realm.signIns.signIn(session.id, account);
  const code = realm.signIns.addCode({
    ...account,
    clientId: app.clientId,
    platform: app.platform,
    redirectUri,
    scope: params.get("scope") ?? "",
    nonce: request.nonce,
    challenge: request.challenge,
    claims: request.claims,
    expiresAt: new Date(now.getTime() + codeLifetimeMs),
    redeemed: false,
  });
  const response = sendBack(address, {
    code,
    ...(params.get("client_info") === "1" && { client_info: clientInfo(realm, account.objectId) }),
    session_state: session.state,
  });
  response.headers.append("Set-Cookie", session.cookie);
  return response;
}
