/** A path of ours to come back to after sign-in; anything that could lead elsewhere becomes the start page. */
export function returnPath(text: string | null | undefined): string {
  if (!text) return "/";
  const base = "https://fresnel.invalid";
  const url = URL.canParse(text, base) ? new URL(text, base) : undefined;
  const isOurs = text.startsWith("/") && url?.origin === base && !url.pathname.startsWith("/sign-in");
  return isOurs ? url.pathname + url.search + url.hash : "/";
}
