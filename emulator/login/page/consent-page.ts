import type { User } from "../../world";
import { tenantName } from "../tenant";
import type { Visit } from "../visit";
import { html } from "./html";
import { page } from "./layout";

/** `prompt=consent`: what the application may do, and the choice to let it. */
export function consentPage({ address, request, params }: Visit, person: User): Response {
  const permissions = [...request.scopes.wanted.values()].flat();
  return page({
    title: "Permissions requested",
    formTarget: address.redirectUri,
    body: html`
      <h1>Permissions requested</h1>
      <p class="lead"><b>${address.app.name}</b> would like to act as <b>${person.userPrincipalName}</b>:</p>
      <ul class="permissions">
        ${permissions.map((permission) => html`<li><code>${permission}</code></li>`)}
      </ul>
      <form class="choices" method="post" action="?${params.toString()}">
        <input type="hidden" name="account" value="${person.id}" />
        <button class="primary" name="consent" value="accept">Accept</button>
        <button class="secondary" name="consent" value="cancel">Cancel</button>
      </form>
    `,
  });
}

/** Permissions that only an administrator can consent to, and none has. */
export function adminApprovalPage({ address, params }: Visit, person: User, missing: readonly string[]): Response {
  return page({
    title: "Need admin approval",
    formTarget: address.redirectUri,
    body: html`
      <h1>Need admin approval</h1>
      <p class="lead">
        <b>${address.app.name}</b> needs permission to access resources in
        <b>${tenantName(address.realm.world)}</b> that only an administrator can grant.
        <b>${person.displayName}</b> cannot use it before that. (AADSTS90094)
      </p>
      <ul class="permissions">
        ${missing.map((permission) => html`<li><code>${permission}</code></li>`)}
      </ul>
      <form class="choices" method="post" action="?${params.toString()}">
        <button class="primary" name="consent" value="cancel">Return without granting consent</button>
      </form>
    `,
  });
}
