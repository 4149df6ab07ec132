/**
 * Whether a redirect URI is registered. In a pattern `*` stands for any port, and at the end of the path for any path.
 * Otherwise the comparison is exact, as Entra's is: host in any case, path in this case.
 */
export function isRegistered(pattern: string, uri: string): boolean {
  const wanted = split(pattern);
  const given = split(uri);
  if (!wanted || !given || !URL.canParse(uri) || given.port === "*") return false;
  if (wanted.origin !== given.origin) return false;
  if (wanted.port !== "*" && wanted.port !== given.port) return false;
  return wanted.path.endsWith("*") ? given.path.startsWith(wanted.path.slice(0, -1)) : wanted.path === given.path;
}

/** Whether a page of this origin may redeem codes that were sent to such a redirect URI. */
export function isOriginOf(pattern: string, origin: string): boolean {
  const wanted = split(pattern);
  const given = split(origin);
  if (!wanted || !given || wanted.origin !== given.origin) return false;
  return wanted.port === "*" || wanted.port === given.port;
}

function split(uri: string): { origin: string; port: string; path: string } | null {
  const parts = /^([a-z][a-z0-9+.-]*:\/\/)(\[[^\]]+\]|[^/:?#]*)(?::(\*|\d+))?([/?#].*)?$/i.exec(uri);
  if (!parts) return null;
  const [, scheme = "", host = "", port = "", path = ""] = parts;
  return { origin: (scheme + host).toLowerCase(), port, path: path === "" ? "/" : path };
}
