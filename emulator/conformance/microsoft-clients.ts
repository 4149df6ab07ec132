import type { TokenCredential } from "@azure/core-auth";
import { createDefaultHttpClient, type HttpClient } from "@azure/core-rest-pipeline";
import { ConfidentialClientApplication, type INetworkModule } from "@azure/msal-node";
import {
  AuthenticationHandler,
  Client,
  type Context,
  type Middleware,
  RetryHandler,
  TelemetryHandler,
} from "@microsoft/microsoft-graph-client";
import type { Description } from "../admin/description";

/** Where a request really goes: the https name of a service is exchanged for the address at which it is reached. */
export const reach = (description: Description, url: string): string => {
  for (const { url: name, reachedAt } of Object.values(description.endpoints)) {
    const [from, to] = [new URL(name).origin, new URL(reachedAt).origin];
    if (new URL(url).origin === from) return url.replace(from, to);
  }
  throw new Error(`A client asked ${url}, which is no service of the emulator.`);
};

/** For the `httpClient` option of Azure's management clients. */
export const httpClientFor = (description: Description): HttpClient => {
  const inner = createDefaultHttpClient();
  return {
    // The request is left as it was: the policies above send it again when they retry, and know it when it comes back.
    sendRequest: async (request) => {
      const mapped = { ...request, url: reach(description, request.url), allowInsecureConnection: true };
      return { ...(await inner.sendRequest(mapped)), request };
    },
  };
};

/** What every management client of Azure is given: its documented options, and nothing else. */
export const armOptions = (description: Description) => ({
  endpoint: description.endpoints.resourceManager.url,
  credentials: { scopes: [`${description.endpoints.resourceManager.url}/.default`] },
  credentialScopes: [`${description.endpoints.resourceManager.url}/.default`],
  httpClient: httpClientFor(description),
});

/** For MSAL's `networkClient`: the same exchange of addresses, over fetch. */
export const networkFor = (description: Description): INetworkModule => {
  const send = async <Body>(
    method: string,
    url: string,
    options?: { headers?: Record<string, string>; body?: string },
  ) => {
    const response = await fetch(reach(description, url), {
      method,
      headers: options?.headers ?? {},
      ...(options?.body !== undefined && { body: options.body }),
    });
    return {
      headers: Object.fromEntries(response.headers),
      body: (await response.json()) as Body,
      status: response.status,
    };
  };
  return {
    sendGetRequestAsync: (url, options) => send("GET", url, options),
    sendPostRequestAsync: (url, options) => send("POST", url, options),
  };
};

type Program = { clientId: string; secret: string };

export const programOf = ({ servicePrincipal }: Description): Program => {
  if (!servicePrincipal) throw new Error("This world has no program that signs in.");
  return servicePrincipal;
};

/** A web application in the managing tenant that finds the authority by its own metadata, over the mapped network. */
export const msalFor = (description: Description, { clientId, secret } = programOf(description)) =>
  new ConfidentialClientApplication({
    auth: {
      clientId,
      clientSecret: secret,
      authority: description.endpoints.authority.url,
      knownAuthorities: [new URL(description.endpoints.authority.url).host],
    },
    system: { networkClient: networkFor(description) },
  });

export const redirectUri = "http://localhost:3999/signed-in";

/** Goes through the sign-in page as the person would, and answers the code that the browser brings back. */
export const pickAccount = async (
  description: Description,
  authorizeUrl: string,
  objectId: string,
): Promise<string> => {
  const response = await fetch(reach(description, authorizeUrl), {
    method: "POST",
    redirect: "manual",
    body: new URLSearchParams({ account: objectId }),
  });
  const location = response.headers.get("location");
  const code = location && new URL(location).searchParams.get("code");
  if (!code) throw new Error(`Nobody was signed in: ${response.status} ${location ?? (await response.text())}`);
  return code;
};

export const person = ({ personas }: Description, name: string): string => {
  const found = personas.find((persona) => persona.name.startsWith(name));
  if (!found) throw new Error(`There is no persona ${name} among ${personas.map((one) => one.name).join(", ")}.`);
  return found.objectId;
};

/** Signs a person in and keeps them signed in, as a TokenCredential for any of the services. */
export const credentialOf = async (description: Description, objectId: string): Promise<TokenCredential> => {
  const app = msalFor(description);
  const graphScope = `${description.endpoints.graph.url}/.default`;
  const url = await app.getAuthCodeUrl({ scopes: [graphScope], redirectUri });
  const code = await pickAccount(description, url, objectId);
  const { account } = await app.acquireTokenByCode({ code, scopes: [graphScope], redirectUri });
  if (!account) throw new Error("MSAL kept no account.");
  return {
    getToken: async (scopes) => {
      const result = await app.acquireTokenSilent({ account, scopes: [scopes].flat() });
      if (!result) throw new Error("MSAL answered no token.");
      return { token: result.accessToken, expiresOnTimestamp: result.expiresOn?.getTime() ?? 0 };
    },
  };
};

/** The last link of the Graph client's chain of middleware: it asks the mapped address. */
class Fetch implements Middleware {
  constructor(private readonly description: Description) {}

  async execute(context: Context): Promise<void> {
    const url = typeof context.request === "string" ? context.request : context.request.url;
    context.response = await fetch(reach(this.description, url), context.options);
  }
}

/** Microsoft Graph's client with its own middleware, but for the one that fetches. */
export const graphFor = (description: Description, credential: TokenCredential): Client => {
  const { url } = description.endpoints.graph;
  return Client.initWithMiddleware({
    baseUrl: url,
    customHosts: new Set([new URL(url).host]),
    middleware: [
      new AuthenticationHandler({
        getAccessToken: async () => (await credential.getToken(`${url}/.default`))?.token ?? "",
      }),
      new RetryHandler(),
      new TelemetryHandler(),
      new Fetch(description),
    ],
  });
};

/** A program signed in with its secret, as Azure's clients take it. */
export const credentialOfProgram = (description: Description): TokenCredential => {
  const app = msalFor(description);
  return {
    getToken: async (scopes) => {
      const result = await app.acquireTokenByClientCredential({ scopes: [scopes].flat() });
      if (!result) throw new Error("MSAL answered no token.");
      return { token: result.accessToken, expiresOnTimestamp: result.expiresOn?.getTime() ?? 0 };
    },
  };
};

/** A world of its own for a test that needs other settings or changes something; it extends S unless it says otherwise. */
export const newWorld = async (emulatorUrl: string, file: Record<string, unknown> = {}): Promise<Description> => {
  const body = JSON.stringify({ extends: "s", tenantId: crypto.randomUUID(), ...file });
  const response = await fetch(`${emulatorUrl}/_emulator/worlds`, { method: "POST", body });
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()) as Description;
};

/** All items of a paged list, and how many pages they came in. */
export const pagesOf = async <Item>(list: {
  byPage: (settings?: object) => AsyncIterableIterator<Item[]>;
}): Promise<{ items: Item[]; pages: number }> => {
  const items: Item[] = [];
  let pages = 0;
  for await (const page of list.byPage()) {
    items.push(...page);
    pages += 1;
  }
  return { items, pages };
};
