type Challenge = { scheme: string; parameters: Map<string, string> };

/**
 * The claims that a WWW-Authenticate header demands, as the JSON text that a token is asked for with, or undefined if
 * it demands none that can be read. Several challenges may share one header, in any order.
 */
export function demandedClaims(header: string | undefined): string | undefined {
  const demands = challenges(header ?? "").flatMap(({ scheme, parameters }) => {
    const claims = scheme === "bearer" ? decoded(parameters.get("claims")) : undefined;
    return claims ? [{ claims, insufficient: parameters.get("error") === "insufficient_claims" }] : [];
  });
  return (demands.find(({ insufficient }) => insufficient) ?? demands[0])?.claims;
}

// One of: name = "quoted" | name = bare | scheme. A bare value may end in =, as base64 does.
const part = /\s*(?:,\s*)*(?:([\w!#$%&'*+.^`|~-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s",]+))|([\w!#$%&'*+.^`|~-]+))/gy;

function challenges(header: string): Challenge[] {
  const found: Challenge[] = [];
  for (const [, name, quoted, bare, scheme] of header.matchAll(part)) {
    if (scheme !== undefined) found.push({ scheme: scheme.toLowerCase(), parameters: new Map() });
    else if (name !== undefined)
      found.at(-1)?.parameters.set(name.toLowerCase(), quoted?.replace(/\\(.)/g, "$1") ?? bare ?? "");
  }
  return found;
}

function decoded(base64: string | undefined): string | undefined {
  if (!base64) return undefined;
  try {
    const bytes = Uint8Array.from(atob(base64.replace(/-/g, "+").replace(/_/g, "/")), (char) => char.charCodeAt(0));
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    const claims: unknown = JSON.parse(text);
    return typeof claims === "object" && claims !== null && !Array.isArray(claims) ? text : undefined;
  } catch {
    // A demand that cannot be read is answered like a bare 401: with a fresh token.
    return undefined;
  }
}
