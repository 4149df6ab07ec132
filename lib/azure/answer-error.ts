import type { PipelineResponse } from "@azure/core-rest-pipeline";
import { AzureError, malformed, signInRequired, type AzureErrorDetail, type AzureErrorKind } from "./errors";
import { serviceTitles, type ServiceName } from "./events";
import { claimsOf, isForOtherTenant } from "./pipeline/bearer";
import { bodyOf } from "./pipeline/body";
import { objectOf, textOf } from "./wire";

type Said = Readonly<{
  code: string | undefined;
  message: string | undefined;
  details: AzureErrorDetail[];
  requestId: string | undefined;
}>;

/** What an answer that is no success means. `needs` is the permission that the call is known to want. */
export function errorOf(service: ServiceName, response: PipelineResponse, needs: string | undefined): AzureError {
  const { status } = response;
  const body = bodyOf(response);
  const { code, message, details, requestId } = said(body.kind === "json" ? body.value : undefined);
  if (status === 401 && !isForOtherTenant(response)) return signInRequired(service, claimsOf(response));
  if (status === 401) return ofOtherTenant(service, code, response);
  if (status < 400) return malformed(service, `answered with an unexpected status ${status}.`);
  const kind = kindOf(status);
  const permission =
    kind === "refused" ? (/perform action '([^']{1,200})'/.exec(message ?? "")?.[1] ?? needs) : undefined;
  return new AzureError({
    kind,
    service,
    status,
    code,
    details,
    permission,
    message: words(kind, service, status, message, permission),
    fix: fixes[kind]?.(service, permission),
    correlationId: idOf(response) ?? requestId ?? response.request.requestId,
  });
}

const idOf = ({ headers }: PipelineResponse) =>
  headers.get("x-ms-correlation-request-id") ?? headers.get("x-ms-request-id") ?? headers.get("request-id");

/** Where one subscription is named, it is that which lies in another tenant; elsewhere it can only be the sign-in. */
const ofOtherTenant = (service: ServiceName, code: string | undefined, response: PipelineResponse) =>
  new AzureError({
    kind: "refused",
    service,
    status: 401,
    code,
    ...(namesSubscription(response.request.url) ? notDelegated : wrongSignIn),
    correlationId: idOf(response) ?? response.request.requestId,
  });

const namesSubscription = (url: string) => /^\/subscriptions\/[^/]/i.test(new URL(url).pathname);

const notDelegated = {
  message: "The subscription belongs to another tenant, and is not delegated to yours.",
  fix: "Ask the customer to delegate it. After a transfer or a new delegation Azure may take up to an hour to know.",
};
const wrongSignIn = {
  message: "Your sign-in belongs to another tenant than the one whose customers this site shows.",
  fix: "Sign out, then sign in with an account of the managing tenant.",
};

/** The same for an answer within an answer, as Graph's $batch has them. */
export function errorOfPart(
  service: ServiceName,
  status: number,
  body: unknown,
  needs: string | undefined,
): AzureError {
  const { code, message, details, requestId } = said(body);
  const kind = status === 401 ? "signInRequired" : kindOf(status);
  const permission = kind === "refused" ? needs : undefined;
  return new AzureError({
    kind,
    service,
    status,
    code,
    details,
    permission,
    message: words(kind, service, status, message, permission),
    fix: fixes[kind]?.(service, permission),
    correlationId: requestId,
  });
}

function kindOf(status: number): AzureErrorKind {
  if (status === 403) return "refused";
  if (status === 404) return "notFound";
  if (status === 408) return "timedOut";
  if (status === 429) return "throttled";
  return status >= 500 ? "unavailable" : "rejected";
}

/** ARM and Graph nest their error, the activity log does not; any field may be missing or of another type. */
function said(body: unknown): Said {
  const outer = objectOf(body);
  const error = objectOf(outer?.["error"]) ?? outer;
  const inner = objectOf(error?.["innerError"]);
  return {
    code: textOf(error?.["code"]) ?? textOf(outer?.["error"]),
    message: textOf(error?.["message"])?.slice(0, 2000),
    details: detailsOf(error?.["details"], 0),
    requestId: textOf(inner?.["request-id"]) ?? textOf(inner?.["client-request-id"]),
  };
}

function detailsOf(value: unknown, depth: number): AzureErrorDetail[] {
  if (!Array.isArray(value) || depth > 4) return [];
  return value.slice(0, 50).flatMap((entry: unknown) => {
    const detail = objectOf(entry);
    if (!detail) return [];
    const own = { code: textOf(detail["code"]) ?? "", message: (textOf(detail["message"]) ?? "").slice(0, 2000) };
    return [own, ...detailsOf(detail["details"], depth + 1)];
  });
}

function words(
  kind: AzureErrorKind,
  service: ServiceName,
  status: number,
  message: string | undefined,
  permission: string | undefined,
): string {
  const title = serviceTitles[service];
  switch (kind) {
    case "refused":
      return message ?? `${title} refused${permission ? `: ${permission} is missing` : ""}.`;
    case "throttled":
      return `${title} asked us to wait each time we tried.`;
    case "unavailable":
      return `${title} answered ${status} each time we tried.`;
    case "timedOut":
      return `${title} gave up waiting for our request.`;
    default:
      return message ?? `${title} answered ${status}.`;
  }
}

const fixes: Partial<Record<AzureErrorKind, (service: ServiceName, permission: string | undefined) => string>> = {
  refused: (service, permission) =>
    service === "graph"
      ? `Ask an administrator of your tenant to consent to ${permission ?? "the permission"}.`
      : `Ask for a role that allows ${permission ?? "it"}; Reader is enough for reading.`,
  throttled: () => "Try again in some minutes; other tools of yours may use the same quota.",
  unavailable: () => "Try again later; if it lasts, look at Azure's status page.",
  timedOut: () => "Try again later.",
  signInRequired: () => "Sign in again; what was read stays.",
};
