import { serviceTitles, type ServiceName } from "./events";

export type AzureErrorKind =
  | "signInRequired"
  | "refused"
  | "notFound"
  | "throttled"
  | "unavailable"
  | "timedOut"
  | "network"
  | "malformed"
  | "rejected"
  | "cancelled";

export type AzureErrorFacts = Readonly<{
  kind: AzureErrorKind;
  service: ServiceName;
  message: string;
  /** What a person can do about it. */
  fix?: string | undefined;
  status?: number | undefined;
  /** Azure's own code, such as AuthorizationFailed. */
  code?: string | undefined;
  /** Codes and messages that Azure nested below the first. */
  details?: readonly AzureErrorDetail[] | undefined;
  /** What Azure's support finds the request by. */
  correlationId?: string | undefined;
  /** The operation or consent that is missing, where it is known. */
  permission?: string | undefined;
  /** JSON to hand to the next sign-in. */
  claims?: string | undefined;
}>;

export type AzureErrorDetail = Readonly<{ code: string; message: string }>;

/**
 * The only error that lib/azure throws at its callers. It has no `cause`: the pipeline's own errors hold the request,
 * and with it the token.
 */
export class AzureError extends Error {
  readonly kind: AzureErrorKind;
  readonly service: ServiceName;
  readonly fix: string | undefined;
  readonly status: number | undefined;
  readonly code: string | undefined;
  readonly details: readonly AzureErrorDetail[];
  readonly correlationId: string | undefined;
  readonly permission: string | undefined;
  readonly claims: string | undefined;

  constructor(facts: AzureErrorFacts) {
    super(withoutTokens(facts.message));
    this.name = "AzureError";
    this.kind = facts.kind;
    this.service = facts.service;
    this.fix = facts.fix;
    this.status = facts.status;
    this.code = facts.code;
    this.details = (facts.details ?? []).map(({ code, message }) => ({ code, message: withoutTokens(message) }));
    this.correlationId = facts.correlationId;
    this.permission = facts.permission;
    this.claims = facts.claims;
  }
}

export const cancelled = (service: ServiceName) =>
  new AzureError({ kind: "cancelled", service, message: "Stopped before an answer came." });

export const unreachable = (service: ServiceName) =>
  new AzureError({
    kind: "network",
    service,
    message: `${serviceTitles[service]} could not be reached.`,
    fix: "Check the connection, the VPN and any proxy, then try again.",
  });

export const timedOut = (service: ServiceName, ms: number) =>
  new AzureError({
    kind: "timedOut",
    service,
    message: `${serviceTitles[service]} sent nothing for ${Math.round(ms / 1000)} seconds.`,
    fix: "Try again; if it lasts, look at Azure's status page.",
  });

export const malformed = (service: ServiceName, what: string, fix?: string) =>
  new AzureError({ kind: "malformed", service, message: `${serviceTitles[service]}: ${what}`, fix });

export const signInRequired = (service: ServiceName, claims: string | undefined) =>
  new AzureError({
    kind: "signInRequired",
    service,
    message: "Your session has ended, or your organisation asks you to sign in again.",
    fix: "Sign in again; what was read stays.",
    claims,
  });

const jwt = /\beyJ[\w-]*\.[\w-]+(?:\.[\w-]*)?/g;
const withoutTokens = (text: string) => text.replace(jwt, "[token]");
