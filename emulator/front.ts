import { setTimeout as wait } from "node:timers/promises";
import { handleAdmin } from "./admin/admin";
import { handleArm } from "./arm/arm";
import { authenticate, type SignedIn } from "./authenticate";
import { addCommonHeaders } from "./common-headers";
import { allowPages, isPreflight, preflight } from "./cors";
import { errorResponse } from "./error-response";
import type { Estate, Realm } from "./estate";
import { faultAnswer } from "./fault-answer";
import { judge } from "./faults";
import { handleGraph } from "./graph/graph";
import { anyOrigin } from "./login/cors";
import { handleLogin } from "./login/login";
import { origins, type Service, serviceOf } from "./services";
import { subjectOf } from "./subject";
import type { TokenSigner } from "./tokens";
import { unauthorized } from "./unauthorized";

/** What happens to the connection: an answer, perhaps cut off, or none at all. */
export type Outcome =
  { kind: "answer"; response: Response; cutAfterBytes?: number } | { kind: "reset" } | { kind: "hang" };

export type Front = { estate: Estate; signer: TokenSigner; reachedAt: string };

/** Answers any request to the emulator's one origin. */
export async function answer(request: Request, front: Front): Promise<Outcome> {
  const { pathname } = new URL(request.url);
  const service = serviceOf(pathname);
  if (service === "admin") return { kind: "answer", response: await handleAdmin(request, front) };
  if (service === null) {
    const error = { code: "NotFound", message: `No service of the emulator answers at ${pathname}.` };
    return { kind: "answer", response: Response.json({ error }, { status: 404 }) };
  }
  if (isPreflight(request)) return { kind: "answer", response: preflight(request) };

  const outcome =
    service === "login" ? await answerLogin(request, front) : await answerService(request, service, front);
  if (outcome.kind === "answer") addCommonHeaders(service, request, outcome.response, front.estate.clock());
  return outcome;
}

async function answerLogin(request: Request, { estate, signer }: Front): Promise<Outcome> {
  const realm = estate.byName(new URL(request.url).pathname.split("/")[1] ?? "");
  const work = () => handleLogin(request, estate, signer);
  if (!realm) return { kind: "answer", response: await work() };
  return underFaults(request, "login", realm, null, estate.clock, work);
}

async function answerService(request: Request, service: "arm" | "graph", front: Front): Promise<Outcome> {
  const { estate, signer } = front;
  const now = estate.clock();
  const signedIn = await authenticate(request, service, { estate, signer, now });
  if (signedIn.kind !== "signedIn") {
    const response = unauthorized(service, signedIn, request, now);
    allowPages(request, response, null);
    return { kind: "answer", response };
  }
  const { realm } = signedIn;
  await waitMs(realm.world.settings.latencyMs);
  const work = () => handle(request, service, signedIn, estate);
  const outcome = await underFaults(request, service, realm, signedIn.token, estate.clock, work);
  if (outcome.kind === "answer") allowPages(request, outcome.response, realm.world);
  return outcome;
}

async function handle(
  request: Request,
  service: "arm" | "graph",
  { realm, caller }: SignedIn,
  estate: Estate,
): Promise<Response> {
  const now = estate.clock();
  const call = { request, url: new URL(request.url), world: realm.world, caller, now, origin: origins[service] };
  try {
    return await (service === "arm" ? handleArm(call) : handleGraph(call));
  } catch (error) {
    console.error(`${request.method} ${call.url.pathname}`, error);
    const message = "The emulator failed; its console says why.";
    return errorResponse(service, { status: 500, code: "InternalServerError", message }, request, now);
  }
}

async function underFaults(
  request: Request,
  service: Service,
  realm: Realm,
  token: SignedIn["token"] | null,
  clock: Estate["clock"],
  work: () => Promise<Response>,
): Promise<Outcome> {
  if (realm.world.faults.length === 0) return { kind: "answer", response: await work() };
  const subject = await subjectOf(request, service, token);
  const { latencyMs, effect } = judge(realm, subject, clock());
  await waitMs(latencyMs);
  if (!effect) return { kind: "answer", response: await work() };
  if (effect.kind === "reset" || effect.kind === "hang") return { kind: effect.kind };
  if (effect.kind === "cut") return { kind: "answer", response: await work(), cutAfterBytes: effect.afterBytes };
  const response = faultAnswer(effect, subject, realm.world.id, request, clock());
  if (service === "login") anyOrigin(response);
  return { kind: "answer", response };
}

const waitMs = (ms: number) => (ms > 0 ? wait(ms) : Promise.resolve());
