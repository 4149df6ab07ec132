import type { Call } from "../../call";
import { Refusal } from "../../call";
import type { World } from "../../world";

type Window = { start: number; used: number };
const windows = new WeakMap<World, Map<string, Window>>();

/** What is left after this query, or the refusal that it meets. Each caller has windows of its own; one begins with its first query. */
export function takeFromQuota({ world, caller, now }: Call): { headers: Record<string, string>; refusal?: Refusal } {
  const { queries, windowSeconds } = world.settings.resourceGraphQuota;
  const callers = windows.get(world) ?? new Map<string, Window>();
  windows.set(world, callers);

  const time = now.getTime();
  const known = callers.get(caller.objectId);
  const isOpen = known !== undefined && time >= known.start && time < known.start + windowSeconds * 1000;
  const window = isOpen ? known : { start: time, used: 0 };
  callers.set(caller.objectId, window);
  window.used++;

  const remaining = Math.max(0, queries - window.used);
  const seconds = Math.ceil((window.start + windowSeconds * 1000 - time) / 1000);
  const headers = {
    "x-ms-user-quota-remaining": String(remaining),
    "x-ms-user-quota-resets-after": clock(seconds),
    "x-ms-ratelimit-remaining-tenant-resource-requests": String(remaining),
  };
  if (window.used <= queries) return { headers };
  return {
    headers: { ...headers, "Retry-After": String(seconds) },
    refusal: new Refusal(429, "RateLimiting", "", {
      details: [
        {
          code: "RateLimiting",
          message:
            "Client application has been throttled and should not attempt to repeat the request until an amount of time has elapsed. Please see https://aka.ms/resourcegraph-throttling for help.",
        },
      ],
    }),
  };
}

const two = (part: number) => String(Math.floor(part)).padStart(2, "0");
const clock = (seconds: number) => [seconds / 3600, (seconds / 60) % 60, seconds % 60].map(two).join(":");
