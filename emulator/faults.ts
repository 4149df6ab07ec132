import type { Realm } from "./estate";
import type { AccessToken } from "./tokens";
import type { Fault, World } from "./world";

/** What faults are matched with. */
export type Subject = {
  service: Exclude<Fault["service"], "any">;
  method: string;
  /** Path and query; for Resource Graph the text of its query as well. */
  text: string;
  /** Ids of the subscriptions that the request names, in lower case. */
  subscriptions: readonly string[];
  token: AccessToken | null;
};
/** An effect that takes the place of the service's own answer, or spoils it. */
export type Effect = Exclude<Fault["effect"], { kind: "latency" | "unreadable" }>;
export type Verdict = { latencyMs: number; effect: Effect | null };

type State = {
  random: () => number;
  fired: number;
  /** Seconds from which a person's tokens satisfy a challenge. */ challenged: Map<string, number>;
};
const states = new WeakMap<World, Map<Fault, State>>();

/**
 * Lets the world's faults decide about a request: the first that matches and fires, while latency adds up. Unreadable
 * subscriptions are left to the services, since what they hide is rows.
 */
export function judge(realm: Realm, subject: Subject, now: Date): Verdict {
  let latencyMs = 0;
  for (const [index, fault] of realm.world.faults.entries()) {
    const { effect } = fault;
    if (effect.kind === "unreadable" || !matches(fault, subject)) continue;
    const state = stateOf(realm.world, fault, index);
    if (effect.kind === "claimsChallenge" && isSatisfied(effect.claims, state, subject.token)) continue;
    if (state.fired >= (fault.times ?? Infinity)) continue;
    if (fault.rate !== undefined && state.random() >= fault.rate) continue;
    state.fired += 1;
    if (effect.kind === "latency") {
      latencyMs += effect.ms;
      continue;
    }
    if (effect.kind === "claimsChallenge" && subject.token) {
      const { oid } = subject.token;
      if (!state.challenged.has(oid)) state.challenged.set(oid, realm.signIns.requireNewer(oid, now));
    }
    return { latencyMs, effect };
  }
  return { latencyMs, effect: null };
}

function matches({ service, match = {} }: Fault, subject: Subject): boolean {
  if (service !== "any" && service !== subject.service) return false;
  if (match.method && match.method.toUpperCase() !== subject.method) return false;
  if (match.contains && !subject.text.toLowerCase().includes(match.contains.toLowerCase())) return false;
  if (match.subscription && !subject.subscriptions.includes(match.subscription.toLowerCase())) return false;
  if (match.persona && match.persona.toLowerCase() !== subject.token?.oid.toLowerCase()) return false;
  return true;
}

/**
 * Whether a token answers a challenge: it was issued after the person met it for the first time, so a client that could
 * not read the challenge and merely renews is let in too; or it carries the authentication context that was asked for.
 */
function isSatisfied(claims: string, { challenged }: State, token: AccessToken | null): boolean {
  if (!token) return false;
  const wanted = readWishes(claims);
  const contexts = wanted["acrs"]?.values ?? [wanted["acrs"]?.value].filter((value) => value !== undefined);
  if (contexts.length > 0) return contexts.every((context) => token.acrs?.includes(context));
  const since = challenged.get(token.oid);
  return since !== undefined && token.iat >= since;
}

function readWishes(claims: string): Record<string, { value?: string; values?: string[] } | undefined> {
  const parsed = JSON.parse(claims) as { access_token?: Record<string, { value?: string; values?: string[] }> };
  return parsed.access_token ?? {};
}

function stateOf(world: World, fault: Fault, index: number): State {
  const ofWorld = states.get(world) ?? new Map<Fault, State>();
  states.set(world, ofWorld);
  const state = ofWorld.get(fault) ?? {
    random: randomFrom(world.seed * 7919 + index),
    fired: 0,
    challenged: new Map(),
  };
  ofWorld.set(fault, state);
  return state;
}

/** Mulberry32: equal seeds draw equal numbers. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
