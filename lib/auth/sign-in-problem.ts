/** Why somebody could not get in, and what they or their administrator can do about it. */
export type SignInProblem = Readonly<{ title: string; what: string; fix: string; code: string | undefined }>;

type Words = Omit<SignInProblem, "code">;

const consent: Words = {
  title: "Fresnel has not been approved in this tenant",
  what: "Your organisation has not consented to the permissions that Fresnel reads with.",
  fix: "An administrator of the managing tenant grants consent on the app registration, under API permissions. Then sign in again.",
};
const wrongTenant: Words = {
  title: "This account is not in the managing tenant",
  what: "Fresnel signs people in to the managing tenant only. The account you chose has no user there.",
  fix: "Sign in with your account of the managing tenant, or ask its administrator to invite you as a guest.",
};
const registration: Words = {
  title: "The app registration does not match this site",
  what: "Entra ID knows no such application in this tenant, or this site's address is not among its redirect URIs.",
  fix: "Whoever runs Fresnel checks FRESNEL_CLIENT_ID and FRESNEL_TENANT_ID, and registers this site's /auth address as a redirect URI of the platform Single-page application.",
};
const policy: Words = {
  title: "A policy of the managing tenant stopped the sign-in",
  what: "Conditional Access asks for something this sign-in did not bring, such as a compliant device or another location.",
  fix: "Sign in from a device and place that the policy allows, or ask your administrator which policy applied.",
};

// Entra's error numbers: learn.microsoft.com/entra/identity-platform/reference-error-codes
const byNumber: Readonly<Record<string, Words>> = {
  "65001": consent,
  "65004": {
    ...consent,
    title: "Consent was declined",
    what: "The permissions that Fresnel reads with were declined.",
  },
  "90094": consent,
  "90008": consent,
  "50020": wrongTenant,
  "50034": wrongTenant,
  "90072": wrongTenant,
  "90002": {
    title: "The managing tenant was not found",
    what: "Entra ID knows no tenant with the id that this site is configured for.",
    fix: "Whoever runs Fresnel checks FRESNEL_TENANT_ID and FRESNEL_CLOUD.",
  },
  "9000201": { ...wrongTenant, title: "Personal accounts cannot be used" },
  "50194": registration,
  "700016": registration,
  "50011": registration,
  "9002326": registration,
  "9002327": registration,
  "50057": {
    title: "This account is disabled",
    what: "An administrator has disabled the account in the managing tenant.",
    fix: "Sign in with another account, or ask your administrator to enable it.",
  },
  "50105": {
    title: "You are not assigned to Fresnel",
    what: "The application requires that people are assigned to it, and you are not.",
    fix: "An administrator adds you or one of your groups under Enterprise applications, Users and groups.",
  },
  "53000": policy,
  "53001": policy,
  "53002": policy,
  "53003": policy,
  "530032": policy,
  "16000": {
    title: "Entra ID could not choose an account",
    what: "Several accounts are signed in, or none that fits.",
    fix: "Sign in again and choose your account of the managing tenant.",
  },
  "700084": {
    title: "The sign-in has run out",
    what: "A sign-in in the browser lasts 24 hours.",
    fix: "Sign in again.",
  },
};

const byCode: Readonly<Record<string, Words>> = {
  access_denied: { ...consent, title: "The sign-in was cancelled", what: "Entra ID reports that access was declined." },
  user_cancelled: {
    title: "The sign-in was cancelled",
    what: "The window was closed before the sign-in was complete.",
    fix: "Sign in again when you are ready.",
  },
  consent_required: consent,
  state_not_found: {
    title: "The sign-in lost its way",
    what: "The answer of Entra ID belongs to no sign-in that this tab began. That happens with a bookmarked sign-in page or the Back button.",
    fix: "Sign in again.",
  },
  no_network_connectivity: {
    title: "There is no network connection",
    what: "Entra ID could not be reached.",
    fix: "Check the connection, then sign in again.",
  },
  post_request_failed: {
    title: "Entra ID could not be reached",
    what: "The browser was refused or cut off while it fetched a token.",
    fix: "Check the connection and whether a browser extension or a proxy blocks the sign-in address, then sign in again.",
  },
};

export const blockedStorage: SignInProblem = {
  title: "This browser blocks storage for this site",
  what: "Sign-in keeps its state in session storage, which is switched off here, for example by a setting that blocks all cookies.",
  fix: "Allow cookies and site data for this address, then load the page again.",
  code: undefined,
};

export const insecurePage: SignInProblem = {
  title: "This page is not served securely",
  what: "Browsers offer the cryptography that sign-in needs only over https, or on localhost.",
  fix: "Open Fresnel by its https address. Whoever runs it puts a proxy with TLS in front.",
  code: undefined,
};

export const wrongClock = (minutes: number): SignInProblem => ({
  title: "This computer's clock is wrong",
  what: `It is ${Math.abs(minutes)} minutes ${minutes > 0 ? "ahead of" : "behind"} Entra ID's, so tokens look expired or not yet valid.`,
  fix: "Set the clock, or switch on automatic time, then sign in again.",
  code: undefined,
});

export const otherTenant: SignInProblem = { ...wrongTenant, code: undefined };

const text = (value: unknown) => (typeof value === "string" ? value : "");

/** Entra's numbers decide first, then MSAL's code; what neither names is shown with its code as it came. */
export function signInProblem(error: unknown): SignInProblem {
  const fields: Record<string, unknown> = typeof error === "object" && error !== null ? { ...error } : {};
  const message = `${text(fields["errorMessage"])} ${error instanceof Error ? error.message : ""}`;
  const number = text(fields["errorNo"]) || /AADSTS(\d+)/.exec(message)?.[1];
  const code = text(fields["errorCode"]);
  const words = (number ? byNumber[number] : undefined) ?? byCode[code];
  const shown = number ? `AADSTS${number}` : code || undefined;
  if (words) return { ...words, code: shown };
  return {
    title: "The sign-in did not work",
    what: "Entra ID or the browser reported a problem that Fresnel does not know.",
    fix: "Sign in again. If it happens again, send the code below to whoever runs Fresnel.",
    code: shown ?? (error instanceof Error ? error.name : undefined),
  };
}
