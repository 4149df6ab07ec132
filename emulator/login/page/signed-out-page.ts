import { html } from "./html";
import { page } from "./layout";

export function signedOutPage(tenant: string): Response {
  return page({
    title: "Signed out",
    body: html`
      <h1>You signed out</h1>
      <p class="lead">
        No account of <b>${tenant}</b> is signed in in this browser any more. You can close this window.
      </p>
    `,
  });
}
