import type { Subject } from "./faults";
import { isResourceGraph, type Service } from "./services";
import type { AccessToken } from "./tokens";

const guid = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;

/** What faults can match in a request; for Resource Graph its body is read, from a copy. */
export async function subjectOf(request: Request, service: Service, token: AccessToken | null): Promise<Subject> {
  const url = new URL(request.url);
  const path = decode(url.pathname + url.search);
  const inPath = [...path.matchAll(new RegExp(`/subscriptions/(${guid.source})`, "gi"))].map((match) => match[1] ?? "");
  const subject = { method: request.method, text: path, token, subscriptions: inPath.map(lower) };
  if (service !== "arm" || !isResourceGraph(url.pathname)) return { ...subject, service };
  const asked = readQuery(await request.clone().text());
  return {
    ...subject,
    service: "resourceGraph",
    text: `${path}\n${asked.query}`,
    subscriptions: asked.subscriptions.map(lower),
  };
}

function readQuery(body: string): { query: string; subscriptions: string[] } {
  try {
    const parsed = JSON.parse(body) as { query?: unknown; subscriptions?: unknown } | null;
    const query = typeof parsed?.query === "string" ? parsed.query : "";
    const subscriptions = Array.isArray(parsed?.subscriptions) ? parsed.subscriptions : [];
    return { query, subscriptions: subscriptions.filter((id) => typeof id === "string") };
  } catch {
    // Resource Graph itself refuses a body that is not JSON.
    return { query: "", subscriptions: [] };
  }
}

const lower = (id: string) => id.toLowerCase();

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
