/** The address of this site as its visitor wrote it, behind whatever proxy; undefined where the request does not tell. */
export function siteOf(headers: Pick<Headers, "get">): URL | undefined {
  const host = headers.get("host");
  // Each proxy in a row adds what it was asked by.
  const protocol = headers.get("x-forwarded-proto")?.startsWith("https") ? "https" : "http";
  return host && URL.canParse(`${protocol}://${host}`) ? new URL(`${protocol}://${host}`) : undefined;
}
