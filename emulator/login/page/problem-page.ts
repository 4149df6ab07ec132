import type { WrittenError } from "../sign-in-error";
import { html } from "./html";
import { page } from "./layout";

/** A refusal that must not go back to the application, because nothing says that it is the application that asks. */
export function problemPage(error: WrittenError): Response {
  return page({
    title: "Sign in to your account",
    status: 400,
    body: html`
      <h1>That sign-in cannot go on</h1>
      <p class="problem" role="alert">${error.error_description.replace(/ Trace ID: .*$/, "")}</p>
      <dl class="trace">
        <dt>Trace ID</dt>
        <dd>${error.trace_id}</dd>
        <dt>Correlation ID</dt>
        <dd>${error.correlation_id}</dd>
        <dt>Timestamp</dt>
        <dd>${error.timestamp}</dd>
      </dl>
    `,
  });
}
