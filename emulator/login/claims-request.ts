import { SignInError } from "./sign-in-error";

type Wish = { essential?: boolean; value?: string; values?: string[] } | null;
/** What a `claims` parameter asks of the access token. */
export type ClaimsRequest = {
  /** What the client can do (`xms_cc`): `CP1` means that it understands claims challenges. */
  capabilities: readonly string[];
  /** Authentication contexts (`acrs`) that the token must satisfy. */
  contexts: readonly string[];
};

export function readClaims(text: string | null): ClaimsRequest {
  const wishes = parse(text)?.access_token;
  const values = (name: string) => {
    const wish = wishes?.[name];
    return wish?.values ?? (wish?.value === undefined ? [] : [wish.value]);
  };
  return { capabilities: values("xms_cc"), contexts: values("acrs") };
}

function parse(text: string | null): { access_token?: Record<string, Wish> } | null {
  if (!text) return null;
  try {
    const claims: unknown = JSON.parse(text);
    if (typeof claims === "object" && claims !== null && !Array.isArray(claims)) return claims;
  } catch {
    // Refused below, together with JSON that is not an object.
  }
  throw new SignInError("invalid_request", 9002313, "Invalid request. The 'claims' parameter is not a JSON object.");
}
