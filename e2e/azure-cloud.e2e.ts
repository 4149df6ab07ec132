import { test as base, expect, type Page, type Request, type Route } from "@playwright/test";
import { freePort, startApp } from "../scripts/serve.mjs";

const tenant = "9a1f2b30-0000-4000-8000-00000000000a";
const client = "9a1f2b30-0000-4000-8000-00000000000b";

/** The same build, configured for public Azure. Nothing leaves the machine: every request is answered here. */
const test = base.extend<object, { site: string }>({
  site: [
    async ({}, use, { workerIndex }) => {
      const app = await startApp({
        port: await freePort(3_700 + workerIndex * 10),
        env: { FRESNEL_CLOUD: "AzureCloud", FRESNEL_TENANT_ID: tenant, FRESNEL_CLIENT_ID: client },
      });
      await use(app.url);
      await app.stop();
    },
    { scope: "worker" },
  ],
});

const base64url = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

function tokens(request: Request, nonce: string) {
  const scope = new URLSearchParams(request.postData() ?? "").get("scope") ?? "";
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    aud: client,
    iss: `https://login.microsoftonline.com/${tenant}/v2.0`,
    iat: now,
    nbf: now,
    exp: now + 3600,
    tid: tenant,
    oid: "9a1f2b30-0000-4000-8000-00000000000c",
    sub: "sub",
    name: "Ines Marlow",
    preferred_username: "ines@relecloud.example",
    ver: "2.0",
    nonce,
  };
  return {
    token_type: "Bearer",
    scope: scope
      .split(" ")
      .filter((one) => one.startsWith("https://"))
      .join(" "),
    expires_in: 3600,
    ext_expires_in: 3600,
    access_token: `access-for-${scope.includes("graph") ? "graph" : "arm"}`,
    refresh_token: "refresh",
    id_token: `${base64url({ alg: "RS256", typ: "JWT" })}.${base64url(claims)}.signature`,
    client_info: base64url({ uid: claims.oid, utid: tenant }),
  };
}

async function answerAsAzure(page: Page, site: string) {
  const seen: Request[] = [];
  const strangers: string[] = [];
  let authorize = new URL("https://login.microsoftonline.com/");
  const cors = {
    "access-control-allow-origin": site,
    "access-control-allow-headers": "*",
    "access-control-allow-methods": "*",
  };

  const answer = async (route: Route) => {
    const request = route.request();
    const url = new URL(request.url());
    if (url.origin === site) return route.continue();
    if (request.method() === "OPTIONS") return route.fulfill({ status: 204, headers: cors });
    seen.push(request);
    if (url.host === "login.microsoftonline.com" && url.pathname.endsWith("/authorize")) {
      authorize = url;
      const back = new URLSearchParams({
        code: "code",
        state: url.searchParams.get("state") ?? "",
        client_info: base64url({ uid: "9a1f2b30-0000-4000-8000-00000000000c", utid: tenant }),
      });
      return route.fulfill({
        contentType: "text/html",
        body: `<script>location.replace(${JSON.stringify(`${url.searchParams.get("redirect_uri")}#${back}`)})</script>`,
      });
    }
    if (url.host === "login.microsoftonline.com" && url.pathname.endsWith("/token"))
      return route.fulfill({ headers: cors, json: tokens(request, authorize.searchParams.get("nonce") ?? "") });
    if (url.host === "management.azure.com" && url.pathname.toLowerCase().includes("microsoft.resourcegraph"))
      return route.fulfill({
        headers: cors,
        json: { totalRecords: 0, count: 0, resultTruncated: "false", data: [], facets: [] },
      });
    if (url.host === "management.azure.com" || url.host === "graph.microsoft.com")
      return route.fulfill({ headers: cors, json: { value: [] } });
    strangers.push(url.href);
    return route.abort();
  };
  await page.route("**/*", answer);
  return { seen, strangers, authorize: () => authorize };
}

test("configured for Azure, the same build asks Azure's own addresses in the documented way", async ({
  page,
  site,
}) => {
  const azure = await answerAsAzure(page, site);
  const document = await page.goto(`${site}/customers`);
  const policy = document?.headers()["content-security-policy"] ?? "";
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain(
    "connect-src 'self' https://login.microsoftonline.com https://management.azure.com https://graph.microsoft.com;",
  );
  expect(policy).toContain("frame-src https://login.microsoftonline.com 'self'");
  expect(policy).toContain("upgrade-insecure-requests");
  expect(policy).not.toMatch(/unsafe-|localhost|https:;|\*/);

  await page.getByRole("button", { name: "Continue to Entra ID" }).click();
  await expect(page.getByRole("heading", { name: /No customers/ })).toBeVisible();

  const asked = azure.authorize();
  expect(asked.pathname).toBe(`/${tenant}/oauth2/v2.0/authorize`);
  expect(Object.fromEntries(asked.searchParams)).toMatchObject({
    client_id: client,
    response_type: "code",
    code_challenge_method: "S256",
    redirect_uri: `${site}/auth`,
  });
  expect(asked.searchParams.get("scope")?.split(" ")).toContain("https://management.azure.com/user_impersonation");

  const calls = azure.seen.map((request) => new URL(request.url())).filter(({ host }) => !host.startsWith("login."));
  const arm = calls.filter(({ host }) => host === "management.azure.com");
  const versions = new Map(arm.map((url) => [url.pathname.toLowerCase(), url.searchParams.get("api-version")]));
  expect(versions.get("/subscriptions")).toBe("2022-12-01");
  expect(versions.get("/tenants")).toBe("2022-12-01");
  expect(versions.get("/providers/microsoft.authorization/roledefinitions")).toBe("2022-04-01");
  expect(versions.get("/providers/microsoft.resourcegraph/resources")).toMatch(/^202[124]-/);
  for (const request of azure.seen) {
    const { host } = new URL(request.url());
    const bearer = request.headers()["authorization"];
    if (host === "management.azure.com") expect(bearer).toBe("Bearer access-for-arm");
    else if (host === "graph.microsoft.com") expect(bearer).toBe("Bearer access-for-graph");
    else expect(bearer).toBeUndefined();
    expect(["GET", "POST"]).toContain(request.method());
  }
  expect(azure.strangers, "requests to addresses that are not this cloud's").toEqual([]);
});

test("every page carries the headers, and only the redirect page may be framed, by us", async ({ request, site }) => {
  for (const path of ["/", "/customers", "/sign-in", "/no-such-page", "/icons/none", "/icon.svg.none", "/health"]) {
    const headers = (await request.get(site + path, { maxRedirects: 0 })).headers();
    expect(headers, path).toMatchObject({
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "no-referrer",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
    });
    expect(headers["content-security-policy"], path).toContain("frame-ancestors 'none'");
    expect(headers["strict-transport-security"], path).toContain("max-age=63072000");
    expect(headers["x-powered-by"], path).toBeUndefined();
  }
  const redirectPage = (await request.get(`${site}/auth`)).headers();
  expect(redirectPage["content-security-policy"]).toContain("frame-ancestors 'self'");
  expect(redirectPage["x-frame-options"]).toBe("SAMEORIGIN");
  expect(redirectPage["cross-origin-opener-policy"]).toBeUndefined();
  expect((await request.get(`${site}/sign-in`)).headers()["content-security-policy"]).not.toBe(
    (await request.get(`${site}/sign-in`)).headers()["content-security-policy"],
  );
});

test("Fresnel can be installed, and a link to a page is previewed as one to Fresnel", async ({ request, site }) => {
  const behindProxy = { host: "fresnel.example", "x-forwarded-proto": "https", "user-agent": "Slackbot 1.0" };
  const html = await (await request.get(`${site}/customers/${tenant}`, { headers: behindProxy })).text();
  const content = (name: string) => new RegExp(`<meta (?:name|property)="${name}" content="([^"]*)"`).exec(html)?.[1];
  expect(content("robots")).toBe("noindex, nofollow");
  expect(content("og:title")).toBe("Fresnel");
  const image = new URL(content("og:image") ?? "");
  expect(image.origin).toBe("https://fresnel.example");

  const manifest = await request.get(site + (/<link rel="manifest" href="([^"]*)"/.exec(html)?.[1] ?? ""));
  expect(manifest.headers()["content-type"]).toBe("application/manifest+json");
  const { start_url, display, icons } = (await manifest.json()) as Record<string, unknown>;
  expect([start_url, display]).toEqual(["/", "standalone"]);
  const touch = /<link rel="apple-touch-icon" href="([^"]*)"/.exec(html)?.[1] ?? "";
  const icon = /<link rel="icon" href="([^"]*)"/.exec(html)?.[1] ?? "";
  const installed = (icons as { src: string }[]).map(({ src }) => src);
  for (const path of [...installed, icon, touch, image.pathname, "/favicon.ico"]) {
    const answer = await request.get(site + path);
    expect([answer.status(), answer.headers()["x-content-type-options"]], path).toEqual([200, "nosniff"]);
    expect(answer.headers()["content-type"], path).toMatch(/^image\//);
  }
  expect((await request.get(`${site}/robots.txt`)).status()).toBe(200);
});
