import { Refusal, type Call } from "../call";
import type { World } from "../world";

export type RequestClass = "reads" | "writes" | "deletes";
type Bucket = { left: number; filledAt: number; closedUntil: number };

const buckets = new WeakMap<World, Map<string, Bucket>>();
const secondsIn = (ms: number) => ms / 1000;

/** All principals together have so many times what one of them has in a subscription. */
const globalShare = 15;

/**
 * Takes a request out of its token bucket (one per subscription or tenant, principal and class of operation) and
 * returns the headers that tell what is left. Throws 429 when the bucket is empty, and again for whoever comes back
 * before the time told has passed.
 */
export function meter(call: Call, kind: RequestClass, subscriptionId: string | undefined): Record<string, string> {
  const { reads, readsPerSecond, writes, writesPerSecond } = call.world.settings.armBuckets;
  const [size, perSecond] = kind === "reads" ? [reads, readsPerSecond] : [writes, writesPerSecond];
  const place = subscriptionId?.toLowerCase() ?? "";
  const own = `${place}|${kind}|${call.caller.objectId.toLowerCase()}`;

  const left = take(call, own, size, perSecond);
  const together = subscriptionId
    ? take(call, `${place}|${kind}`, size * globalShare, perSecond * globalShare)
    : { left: 0, waitSeconds: 0 };
  const waitSeconds = Math.max(left.waitSeconds, together.waitSeconds);
  if (waitSeconds > 0) throw tooMany(call, kind, subscriptionId, waitSeconds);
  if (!subscriptionId) return { [`x-ms-ratelimit-remaining-tenant-${kind}`]: String(left.left) };
  return {
    [`x-ms-ratelimit-remaining-subscription-${kind}`]: String(left.left),
    [`x-ms-ratelimit-remaining-subscription-global-${kind}`]: String(together.left),
  };
}

function take(call: Call, key: string, size: number, perSecond: number): { left: number; waitSeconds: number } {
  const now = call.now.getTime();
  let ofWorld = buckets.get(call.world);
  if (!ofWorld) buckets.set(call.world, (ofWorld = new Map()));
  let bucket = ofWorld.get(key);
  if (!bucket) ofWorld.set(key, (bucket = { left: size, filledAt: now, closedUntil: 0 }));

  bucket.left = Math.min(size, bucket.left + Math.max(0, secondsIn(now - bucket.filledAt)) * perSecond);
  bucket.filledAt = Math.max(now, bucket.filledAt);
  if (now < bucket.closedUntil) return { left: 0, waitSeconds: Math.ceil(secondsIn(bucket.closedUntil - now)) };
  if (bucket.left < 1) {
    const waitSeconds = Math.max(1, Math.ceil((1 - bucket.left) / perSecond));
    bucket.closedUntil = now + waitSeconds * 1000;
    return { left: 0, waitSeconds };
  }
  bucket.left -= 1;
  return { left: Math.floor(bucket.left), waitSeconds: 0 };
}

function tooMany(call: Call, kind: RequestClass, subscriptionId: string | undefined, seconds: number): Refusal {
  const actor = call.caller.objectId;
  const name = kind.slice(0, -1);
  const more = { headers: { "Retry-After": String(seconds) } };
  return subscriptionId
    ? new Refusal(
        429,
        "SubscriptionRequestsThrottled",
        `Number of '${name}' requests for subscription '${subscriptionId}' actor '${actor}' exceeded. Please try again after '${seconds}' seconds.`,
        more,
      )
    : new Refusal(
        429,
        "TooManyRequests",
        `Number of '${name}' requests for tenant '${call.world.id}' actor '${actor}' exceeded. Please try again after '${seconds}' seconds.`,
        more,
      );
}
