import { cloudRecord, type Description } from "../../scripts/serve.mjs";
import { createAzure, type Azure, type AzureOptions } from "../../lib/azure/client";
import { tenantId } from "../../lib/domain/ids";

/** Azure as a program sees it that signs in with the secret of the world's service principal. */
export function scriptAzure(description: Description, options: Partial<AzureOptions> = {}): Azure {
  const tenant = tenantId(description.tenantId);
  if (!tenant) throw new Error("The description's tenant id is no GUID.");
  return createAzure({
    cloud: cloudRecord(description),
    tenant,
    account: description.servicePrincipal.objectId,
    token: ({ scope }) => signIn(description, `${new URL(scope).origin}/.default`),
    ...options,
  });
}

async function signIn({ endpoints, servicePrincipal }: Description, scope: string) {
  const answer = await fetch(`${endpoints.authority.reachedAt}/oauth2/v2.0/token`, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "client_credentials",
      client_id: servicePrincipal.clientId,
      client_secret: servicePrincipal.secret,
      scope,
    }),
  });
  if (!answer.ok) throw new Error(`Sign-in was refused: ${await answer.text()}`);
  const { access_token: token, expires_in: seconds } = (await answer.json()) as {
    access_token: string;
    expires_in: number;
  };
  return { token, expiresOn: Date.now() + seconds * 1000 };
}
