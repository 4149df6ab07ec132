import type { Cloud, Service } from "./cloud";

const originOf = ({ endpoint, reachedAt }: Pick<Service, "endpoint" | "reachedAt">) => reachedAt ?? endpoint;

type Page = Readonly<{
  cloud: Cloud;
  nonce: string;
  /** Where sign-in comes back to: our own hidden frame loads it during silent renewal. */
  isRedirectPage: boolean;
  isDevelopment: boolean;
}>;

/** The content security policy of one page: scripts by nonce alone, connections to this cloud's services alone. */
export function contentSecurityPolicy({ cloud, nonce, isRedirectPage, isDevelopment }: Page): string {
  const authority = originOf(cloud.authority);
  const isReachedOverTls = [cloud.authority, cloud.arm, cloud.graph].every((one) => originOf(one).startsWith("https:"));
  const connect = ["'self'", ...new Set([authority, originOf(cloud.arm), originOf(cloud.graph)])];
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    isDevelopment ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    `style-src-attr ${isDevelopment ? "'unsafe-inline'" : "'none'"}`,
    "img-src 'self'",
    "font-src 'self'",
    `connect-src ${connect.join(" ")}${isDevelopment ? " ws:" : ""}`,
    `frame-src ${authority} 'self'`,
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
    `frame-ancestors ${isRedirectPage ? "'self'" : "'none'"}`,
    "require-trusted-types-for 'script'",
    "trusted-types nextjs nextjs#bundler default 'allow-duplicates'",
    // Would turn a service reached on plain loopback into a broken https address.
    ...(isReachedOverTls ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}

/** The headers that every answer carries, whatever it is. */
export const commonHeaders: Readonly<Record<string, string>> = {
  "Strict-Transport-Security": "max-age=63072000; includeSubDomains; preload",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
  "Cross-Origin-Resource-Policy": "same-origin",
};
