import type { Call } from "../call";
import { Refusal } from "../call";
import type { World } from "../world";

const windowSeconds = 10;

/** What an application used in a tenant; it drains evenly, the whole quota within one window. */
type Usage = { units: number; at: number };

const usages = new WeakMap<World, Map<string, Usage>>();

const usageOf = ({ world, caller, now }: Call): Usage => {
  const ofWorld = usages.get(world) ?? new Map<string, Usage>();
  usages.set(world, ofWorld);
  const usage = ofWorld.get(caller.appId) ?? { units: 0, at: now.getTime() };
  ofWorld.set(caller.appId, usage);
  const seconds = Math.max(0, (now.getTime() - usage.at) / 1000);
  usage.units = Math.max(0, usage.units - (seconds * world.settings.graphUnitsPerTenSeconds) / windowSeconds);
  usage.at = now.getTime();
  return usage;
};

/** What the request costs after its query options are counted. */
export const unitsOf = (base: number, url: URL): number => {
  const option = (name: string) => [...url.searchParams].find(([key]) => key.toLowerCase() === name)?.[1];
  const top = option("$top");
  const discount = (option("$select") === undefined ? 0 : 1) + (top !== undefined && Number(top) < 20 ? 1 : 0);
  return Math.max(1, base - discount + (option("$expand") === undefined ? 0 : 1));
};

/** Takes units from the quota of application and tenant; answers the headers that report it, or throws 429. */
export const spend = (call: Call, units: number): Record<string, string> => {
  const { world, caller } = call;
  const quota = world.settings.graphUnitsPerTenSeconds;
  const usage = usageOf(call);
  const excess = usage.units + units - quota;
  if (excess > 0)
    throw new Refusal(429, "TooManyRequests", "Too many requests. Please try again later.", {
      headers: {
        "Retry-After": String(Math.max(1, Math.ceil((excess * windowSeconds) / Math.max(quota, 1)))),
        "x-ms-throttle-scope": `Tenant_Application/ReadWrite/${caller.appId}/${world.id}`,
        "x-ms-throttle-information": "ResourceUnitLimitExceeded",
      },
    });
  usage.units += units;
  const share = usage.units / quota;
  return {
    "x-ms-resource-unit": String(units),
    ...(share >= 0.8 && { "x-ms-throttle-limit-percentage": share.toFixed(2) }),
  };
};
