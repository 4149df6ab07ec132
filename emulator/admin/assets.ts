import { readFileSync } from "node:fs";

const folder = new URL("../login/page/assets/", import.meta.url);
const types: Record<string, string> = { "page.css": "text/css; charset=utf-8", "archivo-latin.woff2": "font/woff2" };

/** What the sign-in pages are drawn with; null for any other name. */
export function asset(name: string): Response | null {
  const type = Object.hasOwn(types, name) ? types[name] : undefined;
  if (!type) return null;
  const headers = { "Content-Type": type, "Cache-Control": "max-age=3600", "X-Content-Type-Options": "nosniff" };
  return new Response(readFileSync(new URL(name, folder)), { headers });
}
