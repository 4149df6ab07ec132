import type { Caller } from "../call";
import type { World } from "../world";
import { handleArm } from "./arm";

export const origin = "https://management.fresnel.localhost";
export const noon = new Date("2026-11-20T12:00:00Z");
export const secondsLater = (seconds: number): Date => new Date(noon.getTime() + seconds * 1000);

type Options = { body?: unknown; now?: Date; headers?: Record<string, string>; amr?: readonly string[] };
export type Answer = { status: number; headers: Headers; json: unknown };

/** Asks ARM as somebody, past sign-in: `ask(world, people.admin, "GET /subscriptions?api-version=2022-12-01")`. */
export async function ask(world: World, objectId: string, line: string, options: Options = {}): Promise<Answer> {
  const [method = "", target = ""] = [line.slice(0, line.indexOf(" ")), line.slice(line.indexOf(" ") + 1)];
  const url = new URL(target, origin);
  const { body, now = noon, headers = {}, amr = ["pwd", "mfa"] } = options;
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const request = new Request(url, {
    method,
    headers: { ...(body !== undefined && { "Content-Type": "application/json" }), ...headers },
    ...(body !== undefined && { body: text }),
  });
  const answer = await handleArm({ request, url, world, caller: callerOf(world, objectId, amr), now, origin });
  const content = await answer.text();
  return { status: answer.status, headers: answer.headers, json: content ? JSON.parse(content) : undefined };
}

function callerOf(world: World, objectId: string, amr: readonly string[]): Caller {
  const robot = world.servicePrincipals.get(objectId);
  const name = robot?.appId ?? world.users.get(objectId)?.userPrincipalName ?? objectId;
  const common = { objectId, name, appId: world.clientId, scopes: [] };
  return robot ? { kind: "servicePrincipal", ...common, amr: [] } : { kind: "user", ...common, amr };
}
