import type { Estate } from "../estate";
import { readAuthorizeRequest, readReturnAddress } from "./authorize-request";
import { signInInteractively } from "./interactive-sign-in";
import { sendBack } from "./send-back";
import type { Session } from "./session";
import { SignInError, writeError } from "./sign-in-error";
import { signInSilently } from "./silent-sign-in";

/**
 * Answers an authorization request. Throws a {@link SignInError} for what may only be shown on a page; every other
 * error goes back to the application.
 */
export async function authorize(
  estate: Estate,
  tenant: string,
  params: URLSearchParams,
  form: URLSearchParams,
  session: Session,
): Promise<Response> {
  const address = readReturnAddress(estate, tenant, params);
  const now = estate.clock();
  try {
    const request = readAuthorizeRequest(address, params);
    const visit = { address, request, params, session, now };
    return request.prompt === "none" ? signInSilently(visit) : signInInteractively(visit, form);
  } catch (error) {
    if (!(error instanceof SignInError)) throw error;
    const written = writeError(error, now, params.get("client-request-id"));
    return sendBack(address, {
      error: written.error,
      error_description: written.error_description,
      error_uri: written.error_uri,
      ...(written.suberror && { error_subcode: written.suberror, suberror: written.suberror }),
      ...(written.claims && { claims: written.claims }),
    });
  }
}
