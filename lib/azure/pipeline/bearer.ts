import type { PipelinePolicy, PipelineRequest, PipelineResponse } from "@azure/core-rest-pipeline";
import { demandedClaims } from "./challenge";
import { signalOf } from "./clock";
import type { Held, TokenKeeper } from "./token-keeper";

/** Two policies that know which token a request carried: one attaches it last, one answers a 401 from outside the queue. */
export function bearer(keeper: TokenKeeper): { attach: PipelinePolicy; renew: PipelinePolicy } {
  const carried = new WeakMap<PipelineRequest, Held>();

  const attach: PipelinePolicy = {
    name: "bearer",
    async sendRequest(request, next) {
      const held = await keeper.get(signalOf(request));
      carried.set(request, held);
      request.headers.set("authorization", `Bearer ${held.token}`);
      return next(request);
    },
  };

  const renew: PipelinePolicy = {
    name: "renewToken",
    async sendRequest(request, next) {
      const signal = signalOf(request);
      const first = await next(request);
      if (first.status !== 401 || isForOtherTenant(first)) return first;
      await keeper.renewed(carried.get(request), claimsOf(first), signal);
      const second = await next(request);
      if (second.status !== 401 || isForOtherTenant(second)) return second;
      await keeper.signedInAgain(carried.get(request), claimsOf(second), signal);
      return next(request);
    },
  };

  return { attach, renew };
}

export const claimsOf = ({ headers }: PipelineResponse) => demandedClaims(headers.get("www-authenticate"));

/** The tenant is not (or no longer) delegated to us: no token of ours will ever do. */
export const isForOtherTenant = ({ bodyAsText }: PipelineResponse) =>
  bodyAsText?.includes('"InvalidAuthenticationTokenTenant"') === true;
