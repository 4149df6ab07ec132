import type { Activation, ActivationRequest, Eligibility, Served } from "./activation";
import type { Scope } from "./scope";

/** A scope at which offers make the signed-in person eligible, or give them something to hold. */
export type MyPlace = Readonly<{ scope: Scope; isEligible: boolean }>;

/** What PIM says of the signed-in person at one scope. */
export type RolesAt = Readonly<
  { scope: Scope } & (
    | {
        state: "answered";
        eligibilities: Served<Eligibility>;
        activations: Served<Activation>;
        requests: Served<ActivationRequest>;
      }
    | { state: "failed"; why: string; fix: string | undefined }
  )
>;

/** A snapshot: progress makes a new one. */
export type MyRoles = Readonly<{
  /** By the scope's path in lower case. */
  places: ReadonlyMap<string, RolesAt>;
  /** What PIM lists at scopes that nobody asked about, as no offer in sight names them; undefined where it tells of none. */
  unseen: readonly RolesAt[] | undefined;
  /** How many scopes are to be asked. */
  expected: number;
  /** Milliseconds since the epoch; undefined while it is read, or where it was stopped. */
  finishedAt: number | undefined;
}>;
