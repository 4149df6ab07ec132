import { AzureError, signInRequired } from "../errors";
import { serviceTitles, type AzureEvent, type ServiceName } from "../events";
import { orAborted, type Clock } from "./clock";

/**
 * Gets an access token. `expiresOn` is in milliseconds since the epoch. Throws `InteractionRequired` (or MSAL's error of
 * that meaning) when only the person can help, and an error named `ConsentMissing` when only an administrator can.
 */
export type TokenSource = (request: {
  scope: string;
  /** JSON text of a claims challenge. */
  claims?: string;
  /** The token at hand was refused: do not answer from a cache. */
  forceRefresh?: boolean;
  signal?: AbortSignal;
}) => Promise<{ token: string; expiresOn: number }>;

/** Asks the person to sign in, and resolves when they did; calls wait meanwhile and then go on where they were. */
export type SignIn = (demand: { scope: string; claims: string | undefined }) => Promise<void>;

export class InteractionRequired extends Error {
  override readonly name = "InteractionRequired";
}

export type Held = Readonly<{ token: string; expiresOn: number; heldSince: number; hasClaims: boolean }>;

export type TokenKeeper = ReturnType<typeof createTokenKeeper>;

const tries = 3;
const patienceMs = 60_000;
const remembersRefusalMs = 10_000;

/** The token of one scope. However many requests need a new one at once, one is asked for. */
export function createTokenKeeper(options: {
  scope: string;
  service: ServiceName;
  source: TokenSource;
  signIn: SignIn | undefined;
  clock: Clock;
  emit: (event: AzureEvent) => void;
}) {
  const { scope, service, source, signIn, clock, emit } = options;
  let held: Held | undefined;
  let renewal: { hasClaims: boolean; isDue: boolean; promise: Promise<Held> } | undefined;
  let asking: Promise<void> | undefined;
  let refusal: { error: AzureError; until: number } | undefined;
  let triedAhead = 0;

  const fetchToken = async (how: { claims?: string; forceRefresh?: boolean }): Promise<Held> => {
    for (let attempt = 1; ; attempt++) {
      try {
        return await once(how);
      } catch (error) {
        if (isInteractionRequired(error)) return ask(how.claims);
        if (error instanceof Error && error.name === "ConsentMissing") throw refuse(notConsented(service));
        if (error instanceof AzureError) throw error;
        if (attempt === tries) throw tokenUnavailable(service);
        await clock.wait(1000 * 2 ** (attempt - 1));
      }
    }
  };

  const refuse = (error: AzureError): AzureError => {
    refusal = { error, until: clock.now() + remembersRefusalMs };
    return error;
  };

  const once = async (how: { claims?: string; forceRefresh?: boolean }): Promise<Held> => {
    const done = new AbortController();
    const late = clock
      .wait(patienceMs, done.signal)
      .then(() => Promise.reject(new Error("The token source is silent.")));
    try {
      const { token, expiresOn } = await Promise.race([source({ scope, ...how }), late]);
      return { token, expiresOn, heldSince: clock.now(), hasClaims: how.claims !== undefined };
    } finally {
      late.catch(() => undefined);
      done.abort();
    }
  };

  const ask = async (claims: string | undefined): Promise<Held> => {
    await askPerson(claims);
    // The sign-in brought a token for one scope: of the others the cache still has those that were refused.
    return once(claims === undefined ? { forceRefresh: true } : { claims }).catch(() =>
      Promise.reject(signInRequired(service, claims)),
    );
  };

  const askPerson = (claims: string | undefined): Promise<void> =>
    (asking ??= (async () => {
      if (refusal && clock.now() < refusal.until) throw refusal.error;
      held = undefined;
      emit({ kind: "interactionRequired", scope, claims });
      const error = signInRequired(service, claims);
      try {
        if (!signIn) throw error;
        await signIn({ scope, claims });
      } catch (reason) {
        refuse(error);
        throw reason instanceof AzureError ? reason : error;
      }
    })().finally(() => (asking = undefined)));

  const renew = (how: { claims?: string; forceRefresh?: boolean }): Promise<Held> => {
    const promise = fetchToken(how)
      .then((next) => (held = next))
      .finally(() => {
        if (renewal?.promise === promise) renewal = undefined;
      });
    renewal = {
      hasClaims: how.claims !== undefined,
      isDue: how.forceRefresh === true || how.claims !== undefined,
      promise,
    };
    return promise;
  };

  const isDueSoon = ({ expiresOn, heldSince }: Held) =>
    expiresOn - clock.now() < Math.min(120_000, (expiresOn - heldSince) / 5);

  return {
    async get(signal: AbortSignal | undefined): Promise<Held> {
      const now = clock.now();
      if (refusal && now < refusal.until) throw refusal.error;
      if (renewal?.isDue) return orAborted(renewal.promise, signal);
      if (!held || held.expiresOn <= now + 1000) return orAborted(renewal?.promise ?? renew({}), signal);
      if (isDueSoon(held) && !renewal && now > triedAhead + 15_000) {
        triedAhead = now;
        // Nobody waits for it: should it fail, the token is asked for again when it has expired.
        renew({}).catch(() => undefined);
      }
      return held;
    },

    /** After a 401 to a request that carried `used`: resolves when there is another token, from whomever. */
    async renewed(used: Held | undefined, claims: string | undefined, signal: AbortSignal | undefined): Promise<void> {
      if (refusal && clock.now() < refusal.until) throw refusal.error;
      const suits = (hasClaims: boolean) => claims === undefined || hasClaims;
      if (held && held !== used && suits(held.hasClaims)) return;
      const running = renewal && suits(renewal.hasClaims) ? renewal.promise : undefined;
      await orAborted(running ?? renew(claims === undefined ? { forceRefresh: true } : { claims }), signal);
    },

    /** After a fresh token was refused as well. */
    async signedInAgain(used: Held | undefined, claims: string | undefined, signal: AbortSignal | undefined) {
      if (held && held !== used) return;
      await orAborted(askPerson(claims), signal);
    },

    /** The person signed in by other means: ask for tokens again. */
    forgetRefusal() {
      refusal = undefined;
    },
  };
}

const isInteractionRequired = (error: unknown) =>
  error instanceof Error && (error.name === "InteractionRequired" || error.name === "InteractionRequiredAuthError");

const apis: Readonly<Record<ServiceName, string>> = {
  arm: "user_impersonation of Azure Service Management",
  resourceGraph: "user_impersonation of Azure Service Management",
  graph: "Directory.Read.All",
};

const notConsented = (service: ServiceName) =>
  new AzureError({
    kind: "refused",
    service,
    code: "consent_required",
    message: `Your tenant has not consented to let Fresnel ask ${serviceTitles[service]}.`,
    permission: apis[service],
    fix: `Ask an administrator of your tenant to consent to ${apis[service]}.`,
  });

const tokenUnavailable = (service: ServiceName) =>
  new AzureError({
    kind: "network",
    service,
    code: "TokenUnavailable",
    message: "No token could be had from the sign-in service.",
    fix: "Check the connection, and sign in again if it lasts.",
  });
