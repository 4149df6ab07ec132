import type { Azure } from "@/lib/azure/client";
import { AzureError } from "@/lib/azure/errors";
import type { PimScope } from "@/lib/azure/pim/address";
import { listActivations, listEligibilities, listRequests } from "@/lib/azure/pim/client";
import type { MyPlace, MyRoles, RolesAt } from "@/lib/domain/my-roles";
import { scopePath } from "@/lib/domain/scope";
import { asAzureError } from "../problem";
import { createPublisher } from "../publisher";
import { besides, partsOf, type Answers } from "./parts";

export type CollectMyRolesOptions = Readonly<{
  azure: Azure;
  places: readonly MyPlace[];
  signal?: AbortSignal | undefined;
  /** Shown what was found so far, at most four times a second, and the end. */
  onProgress?: (roles: MyRoles) => void;
}>;

/**
 * Asks PIM about the signed-in person: once above all scopes, and then at each scope of which that answer does not
 * speak. One that does not answer costs no other; stopped by the signal, it resolves with what was read so far.
 */
export async function collectMyRoles(options: CollectMyRolesOptions): Promise<MyRoles> {
  const { azure, signal, onProgress } = options;
  const places = distinct(options.places);
  const { clock } = azure.arm;
  const known = new Map<string, RolesAt>();
  let unseen: readonly RolesAt[] | undefined;
  const expected = places.length;
  const snapshot = (finishedAt?: number): MyRoles => ({ places: new Map(known), unseen, expected, finishedAt });
  const publisher = createPublisher(() => onProgress?.(snapshot()), clock);
  try {
    const whole = await askAboveAll(azure, signal);
    const partOf = whole && partsOf(whole, places);
    unseen = whole && besides(whole, places);
    await Promise.all(
      places.map(async (place) => {
        const roles = partOf?.(place) ?? (await askAt(azure, place, signal));
        if (signal?.aborted) return;
        known.set(scopePath(place.scope).toLowerCase(), roles);
        publisher.changed();
      }),
    );
  } finally {
    publisher.stop();
  }
  const roles = snapshot(signal?.aborted ? undefined : clock.now());
  onProgress?.(roles);
  return roles;
}

/** Several delegations of one scope are one place. */
function distinct(places: readonly MyPlace[]): readonly MyPlace[] {
  const byPath = new Map<string, MyPlace>();
  for (const { scope, isEligible } of places) {
    const path = scopePath(scope).toLowerCase();
    byPath.set(path, { scope, isEligible: isEligible || byPath.get(path)?.isEligible === true });
  }
  return [...byPath.values()];
}

async function ask(
  azure: Azure,
  scope: PimScope,
  isEligible: boolean,
  signal: AbortSignal | undefined,
): Promise<Answers> {
  const eligibilities = await listEligibilities(azure, scope, { isEligible, signal });
  // A service that is not there has nothing else to tell either.
  if (eligibilities.state === "notServed" && eligibilities.reason !== "empty")
    return { eligibilities, activations: eligibilities, requests: eligibilities };
  const [activations, requests] = await Promise.all([
    listActivations(azure, scope, { signal }),
    listRequests(azure, scope, { signal }),
  ]);
  return { eligibilities, activations, requests };
}

const askAboveAll = (azure: Azure, signal: AbortSignal | undefined): Promise<Answers | undefined> =>
  ask(azure, "tenant", false, signal).catch((error: unknown) => {
    if (error instanceof AzureError) return undefined;
    throw error;
  });

async function askAt(azure: Azure, { scope, isEligible }: MyPlace, signal: AbortSignal | undefined): Promise<RolesAt> {
  try {
    return { scope, state: "answered", ...(await ask(azure, scope, isEligible, signal)) };
  } catch (error) {
    const { message, fix } = asAzureError(error);
    return { scope, state: "failed", why: message, fix };
  }
}
