import { AzureError } from "../errors";
import { serviceTitles, type AzureEvent, type ServiceName } from "../events";
import { orAborted, type Clock } from "./clock";
import { createQuota, type QuotaRule } from "./quota";

export type QueueRule = Readonly<{
  /** Requests in flight at once. */
  lanes: number;
  /** `lanes` of its own while nobody says how much of the quota is left: a guess that is wrong then costs little. */
  quota?: QuotaRule & Readonly<{ lanes: number }>;
}>;

export type ServiceQueue = ReturnType<typeof createQueue>;

/** A request's place in flight, to be left once. */
export type Slot = Readonly<{ leave: (outcome: Outcome) => void }>;

/** `unanswered`: it may have reached the service, so that it counts against the quota all the same. */
export type Outcome = "answered" | "throttled" | "unreachable" | "unanswered";

type Ticket = { start: (slot: Slot) => void; refuse: (error: AzureError) => void };

const longestPause = 5 * 60_000;
const quietWait = 400;

/** The one line in which all requests to a service wait: bounded, within the quota, and shut while Azure asks for it. */
export function createQueue(service: ServiceName, rule: QueueRule, clock: Clock, emit: (event: AzureEvent) => void) {
  const quota = rule.quota && createQuota(rule.quota);
  const waiting: Ticket[] = [];
  let inFlight = 0;
  let shutUntil = 0;
  // After a pause one request goes ahead, and the others follow when it was answered.
  let isProbing = false;
  let isProbed = false;
  let throttles = 0;
  let cuts = 0;
  let alarm: { at: number; stop: AbortController } | undefined;
  let announced = 0;

  const lanes = (now: number): number => {
    if (!quota || !rule.quota || quota.isTold(now)) return rule.lanes;
    // The nearer to the end of a quota that others may share, the fewer at once.
    return quota.used(now) * 2 < rule.quota.requests ? rule.quota.lanes : Math.ceil(rule.quota.lanes / 2);
  };

  const startsAt = (now: number): number => {
    if (shutUntil > now) return shutUntil;
    if (isProbing && isProbed) return Infinity;
    if (inFlight >= lanes(now)) return Infinity;
    return quota?.startsAt(now, inFlight) ?? now;
  };

  const setAlarm = (at: number) => {
    if (alarm && alarm.at === at) return;
    alarm?.stop.abort();
    alarm = undefined;
    if (at === Infinity) return;
    const set = { at, stop: new AbortController() };
    alarm = set;
    clock.wait(at - clock.now(), set.stop.signal).then(
      () => {
        if (alarm === set) alarm = undefined;
        pump();
      },
      () => undefined,
    );
  };

  const pump = () => {
    while (waiting.length > 0) {
      const now = clock.now();
      const at = startsAt(now);
      if (at > now) {
        if (at !== Infinity && at > now + quietWait) {
          announced = at;
          emit({ kind: "throttled", service, until: at, waiting: waiting.length });
        }
        return setAlarm(at);
      }
      if (announced > 0 && announced <= now) {
        announced = 0;
        emit({ kind: "resumed", service });
      }
      waiting.shift()?.start(slot());
    }
    setAlarm(Infinity);
  };

  const slot = (): Slot => {
    const isProbe = isProbing;
    if (isProbe) isProbed = true;
    inFlight += 1;
    return {
      leave(outcome) {
        inFlight -= 1;
        if (isProbe) isProbed = false;
        if (outcome !== "throttled") quota?.answered(clock.now());
        if (outcome === "answered") {
          isProbing = false;
          throttles = 0;
          cuts = 0;
        }
        // One lost connection is chance, three in a row mean that nobody is there: then only one asks at a time.
        if (outcome === "unreachable" && ++cuts >= 3) {
          isProbing = true;
          shutUntil = Math.max(shutUntil, clock.now() + Math.min(15_000, 1000 * 2 ** (cuts - 3)));
        }
        pump();
      },
    };
  };

  const tooLong = () =>
    new AzureError({
      kind: "throttled",
      service,
      status: 429,
      message: `${serviceTitles[service]} takes no more requests for ${Math.ceil((shutUntil - clock.now()) / 60_000)} minutes.`,
      fix: "Wait, or find out what else uses up the quota of your account.",
    });

  return {
    /** Resolves when the request may start. */
    async enter(signal: AbortSignal | undefined, isRepeated: boolean): Promise<Slot> {
      if (shutUntil - clock.now() > longestPause) throw tooLong();
      let ticket: Ticket | undefined;
      const started = new Promise<Slot>((start, refuse) => {
        ticket = { start, refuse };
        if (isRepeated) waiting.unshift(ticket);
        else waiting.push(ticket);
      });
      pump();
      try {
        return await orAborted(started, signal);
      } catch (error) {
        const place = ticket ? waiting.indexOf(ticket) : -1;
        if (place >= 0) waiting.splice(place, 1);
        else
          started.then(
            ({ leave }) => leave("unanswered"),
            () => undefined,
          );
        pump();
        throw error;
      }
    },

    told: (remaining: number, resetsAfterMs: number) => quota?.told(clock.now(), remaining, resetsAfterMs),

    /** Shuts the queue as a whole: for as long as Azure asked, or longer each time where it did not say. */
    shut(retryAfterMs: number | undefined) {
      const now = clock.now();
      if (shutUntil <= now) {
        throttles += 1;
        quota?.refused(now);
      }
      const guess = Math.min(30_000, 2000 * 1.5 ** (throttles - 1));
      const delay =
        retryAfterMs === undefined ? guess * (0.85 + 0.3 * clock.random()) : retryAfterMs + 50 + 200 * clock.random();
      shutUntil = Math.max(shutUntil, now + delay);
      isProbing = true;
      if (shutUntil - now > longestPause) for (const ticket of waiting.splice(0)) ticket.refuse(tooLong());
      pump();
    },
  };
}
