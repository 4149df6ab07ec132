import { randomBytes } from "node:crypto";
import { html } from "./html";
import { page } from "./layout";

/** `response_mode=form_post`: a form that sends itself, or is sent by hand where scripts are off. */
export function formPostPage(redirectUri: string, params: URLSearchParams): Response {
  const fields = [...params].map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`);
  return page({
    title: "Working",
    formTarget: redirectUri,
    script: { nonce: randomBytes(16).toString("base64"), code: "document.forms[0].submit()" },
    body: html`
      <h1>Going back</h1>
      <form class="choices" method="post" action="${redirectUri}">
        ${fields}<button class="primary">Continue</button>
      </form>
    `,
  });
}
