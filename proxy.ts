import { NextResponse, type NextRequest } from "next/server";
import { serverConfig } from "./lib/config";
import { routeOf } from "./lib/routes";
import { commonHeaders, contentSecurityPolicy } from "./lib/security-headers";

export function proxy(request: NextRequest) {
  const nonce = crypto.randomUUID();
  const isRedirectPage = request.nextUrl.pathname === "/auth";
  const policy = contentSecurityPolicy({
    cloud: serverConfig().cloud,
    nonce,
    isRedirectPage,
    isDevelopment: process.env.NODE_ENV === "development",
  });

  // Next takes the nonce for its own scripts out of this request header.
  const headers = new Headers(request.headers);
  headers.set("Content-Security-Policy", policy);
  headers.set("x-nonce", nonce);
  const { pathname } = request.nextUrl;
  const response = isReadable(pathname)
    ? NextResponse.next({ status: isPage(pathname) ? 200 : 404, request: { headers } })
    : NextResponse.redirect(new URL("/no-such-page", request.url));

  response.headers.set("Content-Security-Policy", policy);
  response.headers.set("Cache-Control", "no-store");
  response.headers.set("X-Frame-Options", isRedirectPage ? "SAMEORIGIN" : "DENY");
  // The redirect page speaks to the window that opened it, which an opener policy would cut off.
  if (!isRedirectPage) response.headers.set("Cross-Origin-Opener-Policy", "same-origin");
  for (const [name, value] of Object.entries(commonHeaders)) response.headers.set(name, value);
  return response;
}

/** Next answers a plain 500 to a path whose escapes are broken. */
function isReadable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

/** The route of signed-in pages takes every path. */
const isPage = (path: string): boolean => others.has(path) || routeOf(path) !== undefined;
const others = new Set(["/auth", "/health", "/sign-in"]);

/** Files carry no policy: what is not one of them is a page, and does. */
export const config = {
  matcher:
    "/((?!_next/static/|(?:favicon\\.ico|robots\\.txt|manifest\\.webmanifest|icon\\.png|icon\\.svg|icon-192\\.png|icon-512\\.png|icon-maskable-512\\.png|apple-icon\\.png|opengraph-image\\.png)$).*)",
};
