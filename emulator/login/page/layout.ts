import { engraving } from "./engraving";
import { html, type Html } from "./html";

const logo = html`<svg width="26" height="26" viewBox="0 0 24 24" fill="none" aria-hidden="true">
  <g stroke="currentColor" stroke-width="1.7">
    <path d="M20.95 6.83A10.35 10.35 0 1 0 20.95 17.17" />
    <path d="M17.85 8.62A6.75 6.75 0 1 0 17.85 15.38" />
  </g>
  <path class="light" d="M12 12 23.6 5.3A13.4 13.4 0 0 1 23.6 18.7Z" />
  <circle cx="12" cy="12" r="2.9" fill="currentColor" />
</svg>`;

export const arrow = html`<svg class="arrow" width="16" height="16" viewBox="0 0 24 24" fill="none" aria-hidden="true">
  <path
    d="M5 12h14M12 5l7 7-7 7"
    stroke="currentColor"
    stroke-width="1.75"
    stroke-linecap="round"
    stroke-linejoin="round"
  />
</svg>`;

type Page = {
  title: string;
  body: Html;
  status?: number;
  /** Where a form on the page may end up, beyond our own origin: browsers check redirects after a form, too. */
  formTarget?: string;
  /** A script, allowed by its nonce. */
  script?: { nonce: string; code: string };
};

export function page({ title, body, status = 200, formTarget, script }: Page): Response {
  const document = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} · Emulator</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/_emulator/assets/page.css" />
      </head>
      <body>
        <div class="art">${engraving}</div>
        <main>
          <p class="brand">${logo} Fresnel <span class="tag">emulator</span></p>
          ${body}
          <p class="fine">
            This is the emulator that runs on your own computer, not Microsoft Entra&nbsp;ID. Everybody here is
            fictitious; there are no passwords, and nothing leaves this machine.
          </p>
        </main>
        ${
          script
            ? html`<script nonce="${script.nonce}">
                ${{ markup: script.code }};
              </script>`
            : null
        }
      </body>
    </html>`;
  return new Response(document.markup, {
    status,
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": policy(formTarget, script?.nonce),
      "Cache-Control": "no-store, no-cache",
      "Referrer-Policy": "no-referrer",
      "X-Content-Type-Options": "nosniff",
      "X-Frame-Options": "DENY",
    },
  });
}

function policy(formTarget: string | undefined, nonce: string | undefined): string {
  return [
    "default-src 'none'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src data:",
    nonce ? `script-src 'nonce-${nonce}'` : "script-src 'none'",
    `form-action 'self'${formTarget ? ` ${sourceOf(formTarget)}` : ""}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** How a content security policy names the place: an origin, or the scheme alone for those that have none. */
function sourceOf(uri: string): string {
  const { origin, protocol } = new URL(uri);
  return origin === "null" ? protocol : origin;
}
