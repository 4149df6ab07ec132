import type { World } from "./world";

/** Who calls, read from a token whose signature, audience, issuer and expiry have been checked. */
export type Caller = {
  kind: "user" | "servicePrincipal";
  objectId: string;
  /** UPN, or the application id of a service principal: what ARM names in "The client '…'". */
  name: string;
  appId: string;
  /** Delegated permissions of the token, without the resource's prefix. */
  scopes: readonly string[];
  /** How the person proved who they are, as the token's `amr` says; nothing for a program. */
  amr: readonly string[];
};

/** One request to ARM or Graph, after sign-in was checked and before anything was looked up. */
export type Call = {
  request: Request;
  url: URL;
  world: World;
  caller: Caller;
  /** The emulator's clock; the only one that handlers may read. */
  now: Date;
  /** Origin that absolute links in answers carry: the service's https name, e.g. https://management.fresnel.localhost */
  origin: string;
};

/** Thrown by a handler; the service's router writes it in that service's error shape. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly more: {
      details?: readonly Record<string, unknown>[];
      target?: string;
      headers?: Record<string, string>;
    } = {},
  ) {
    super(message);
  }
}
