import type { BrowserContext, ConsoleMessage, Request } from "@playwright/test";

export type Watched = Readonly<{
  /** In words, in the order in which they happened. */
  offences: string[];
  requests: readonly Request[];
  /** Says before it happens that the test is about this complaint of the console. */
  allow(complaint: RegExp): void;
  /** Says before it happens that the test is about this write, as in "PUT /subscriptions/…". Every other is an offence. */
  expectWrite(write: RegExp): void;
}>;

type Sites = Readonly<{ url: string; cloud: string }>;

const isSafe = /^(GET|POST|HEAD|OPTIONS)$/;
/** POST reads where Azure wants it so, and asks for tokens. Nothing else is sent. */
const readingPost = /\/providers\/microsoft\.resourcegraph\/resources$|\/v1\.0\/(\$batch|directoryObjects\/getByIds)$/i;
const signInPost = /\/oauth2\/v2\.0\/(token|authorize|logout)$/i;
const jwt = /eyJ[\w-]{10,}\.[\w-]{10,}/;

/**
 * Watches every page, window and frame of a test for what none may do: violate the security policy, throw, complain in the
 * console, write to Azure, ask anybody but this site and this cloud, or let a token out of the session storage.
 */
export async function watch(context: BrowserContext, { url, cloud }: Sites): Promise<Watched> {
  const offences: string[] = [];
  const requests: Request[] = [];
  const allowed: RegExp[] = [];
  const writes: RegExp[] = [];

  await context.exposeBinding("noteViolation", (_source, text: string) => void offences.push(text));
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sourceFile, sample }) => {
      const note: unknown = Reflect.get(window, "noteViolation");
      if (typeof note === "function")
        note(`violated ${violatedDirective}: ${blockedURI} ${sample} (${sourceFile}, ${location.href})`);
    });
  });

  context.on("request", (request) => {
    requests.push(request);
    const offence = offenceOf(request, [url, cloud], writes);
    if (offence) offences.push(offence);
  });
  context.on("weberror", (error) => offences.push(`threw ${error.error().stack ?? error.error().message}`));
  context.on("console", (message) => {
    if (jwt.test(message.text())) offences.push("a token in the console");
    const complaint = `console: ${message.text()} (${message.location().url})`;
    if (isComplaint(message, cloud) && !allowed.some((pattern) => pattern.test(complaint))) offences.push(complaint);
  });
  return {
    offences,
    requests,
    allow: (complaint) => void allowed.push(complaint),
    expectWrite: (write) => void writes.push(write),
  };
}

function offenceOf(request: Request, sites: readonly string[], writes: readonly RegExp[]): string | undefined {
  const asked = new URL(request.url());
  const method = request.method();
  if (asked.protocol === "blob:" || asked.protocol === "data:") return undefined;
  if (!sites.includes(asked.origin)) return `asked a stranger: ${asked.href}`;
  const isExpected = asked.origin === sites[1] && writes.some((write) => write.test(`${method} ${asked.pathname}`));
  if (!isSafe.test(method) && !isExpected) return `wrote: ${method} ${asked.href}`;
  if (method === "POST" && !isExpected && !readingPost.test(asked.pathname) && !signInPost.test(asked.pathname))
    return `posted to ${asked.href}`;
  if (jwt.test(asked.href) && !asked.pathname.endsWith("/logout")) return `a token in the address ${asked.pathname}`;
  if (request.headers()["authorization"] && asked.origin !== sites[1]) return `a token sent to ${asked.href}`;
  return undefined;
}

/** MSAL's hidden frame comes back to this site, which it must be able to script. */
const silentFrame = /^An iframe which has both allow-scripts and allow-same-origin/;

/** Answers of the cloud that are refusals or failures are what many tests are about; ours must never fail. */
function isComplaint(message: ConsoleMessage, cloud: string): boolean {
  if (message.type() !== "error" && message.type() !== "warning") return false;
  if (silentFrame.test(message.text())) return false;
  const isNetwork = /^(Failed to load resource|Access to fetch at)/.test(message.text());
  return !(isNetwork && [message.location().url, message.text()].some((text) => text.includes(cloud)));
}
