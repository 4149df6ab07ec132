import type { Estate, Realm } from "../estate";
import { parseWorldFile } from "../worlds/worlds";
import { asset } from "./assets";
import { describeWorld } from "./description";

type Admin = { estate: Estate; reachedAt: string };
type Handler = (admin: Admin, request: Request, name: string) => Response | Promise<Response>;

/** The only addresses that are the emulator's own invention: what it is, and worlds made and changed by tests. */
const routes: [method: string, path: RegExp, handler: Handler][] = [
  ["GET", /^\/_emulator\/?$/, ({ estate, reachedAt }) => described(estate.default, reachedAt)],
  ["GET", /^\/_emulator\/assets\/([^/]+)$/, (_admin, _request, name) => asset(name) ?? notFound("asset", name)],
  ["POST", /^\/_emulator\/worlds\/?$/, createWorld],
  [
    "GET",
    /^\/_emulator\/worlds\/([^/]+)$/,
    ({ estate, reachedAt }, _, id) => described(estate.byId(id), reachedAt, id),
  ],
  ["DELETE", /^\/_emulator\/worlds\/([^/]+)$/, removeWorld],
  [
    "POST",
    /^\/_emulator\/worlds\/([^/]+)\/reset$/,
    ({ estate, reachedAt }, _, id) => described(estate.reset(id), reachedAt, id),
  ],
  ["POST", /^\/_emulator\/worlds\/([^/]+)\/revoke$/, revoke],
];

export async function handleAdmin(request: Request, admin: Admin): Promise<Response> {
  const { pathname } = new URL(request.url);
  for (const [method, path, handler] of routes) {
    const match = path.exec(pathname);
    if (match && method === request.method) return handler(admin, request, match[1] ?? "");
  }
  return notFound("route", `${request.method} ${pathname}`);
}

async function createWorld({ estate, reachedAt }: Admin, request: Request): Promise<Response> {
  const text = await request.text();
  try {
    return described(estate.create(parseWorldFile(text, "request body")), reachedAt);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return failure(400, "InvalidWorld", error.message);
  }
}

function removeWorld({ estate }: Admin, _request: Request, id: string): Response {
  return estate.remove(id) ? new Response(null, { status: 204 }) : notFound("world", id);
}

/** Ends all sign-ins of a person, as an administrator's "revoke sessions" does. */
async function revoke({ estate }: Admin, request: Request, id: string): Promise<Response> {
  const realm = estate.byId(id);
  if (!realm) return notFound("world", id);
  const objectId = await readObjectId(request);
  if (!objectId) return failure(400, "InvalidBody", 'The body must be {"objectId":"…"}.');
  const { users, servicePrincipals } = realm.world;
  const principal = users.get(objectId.toLowerCase()) ?? servicePrincipals.get(objectId.toLowerCase());
  if (!principal) return notFound("principal", objectId);
  realm.signIns.revoke(principal.id, estate.clock());
  return new Response(null, { status: 204 });
}

async function readObjectId(request: Request): Promise<string | null> {
  const body: unknown = await request.json().catch(() => null);
  const named = typeof body === "object" && body !== null && "objectId" in body ? body.objectId : null;
  return typeof named === "string" ? named : null;
}

function described(realm: Realm | null, reachedAt: string, id = "default"): Response {
  return realm ? Response.json(describeWorld(realm, reachedAt)) : notFound("world", id);
}

const notFound = (kind: string, name: string) => failure(404, "NotFound", `The emulator has no ${kind} '${name}'.`);

const failure = (status: number, code: string, message: string) =>
  Response.json({ error: { code, message } }, { status });
