import type { ReturnAddress } from "./authorize-request";
import { formPostPage } from "./page/form-post-page";

/** Takes the browser back to the application, with the answer where `response_mode` wants it. */
export function sendBack({ redirectUri, mode, state }: ReturnAddress, answer: Record<string, string>): Response {
  const params = new URLSearchParams({ ...answer, ...(state !== null && { state }) });
  if (mode === "form_post") return formPostPage(redirectUri, params);
  const separator = mode === "fragment" ? "#" : redirectUri.includes("?") ? "&" : "?";
  return new Response(null, {
    status: 302,
    headers: { Location: `${redirectUri}${separator}${params}`, "Cache-Control": "no-store" },
  });
}
