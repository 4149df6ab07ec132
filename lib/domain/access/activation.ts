import type { PrincipalId, RoleId } from "../ids";
import type { Scope } from "../scope";
import type { Answer } from "./answer";
import { scopeKey, type AccessScope } from "./scope-table";

/** An eligible role that somebody switched on. `until` is in milliseconds since the epoch. */
export type Activation = Readonly<{ principal: PrincipalId; role: RoleId; scope: Scope; until: number }>;

/** Activations as far as they are known, and the moment at which they are looked at. */
export type Active = Readonly<{ activations: readonly Activation[]; now: number }>;

type Eligible = { scope: AccessScope; role: RoleId; eligible: Answer; activeUntil: number | undefined };

/** Notes on what one principal holds until when it is active, and returns the activations that found no place. */
export function activate(held: readonly Eligible[], principal: PrincipalId, active: Active | undefined): Activation[] {
  const running = (active?.activations ?? []).filter((one) => one.principal === principal && one.until > active!.now);
  if (running.length === 0) return [];
  const places = new Map<string, Eligible>();
  for (const one of held) if (one.eligible !== "no") places.set(`${scopeKey(one.scope)} ${one.role}`, one);
  return running.filter(({ scope, role, until }) => {
    const place = places.get(`${scopeKey(scope)} ${role}`);
    if (place) place.activeUntil = Math.max(until, place.activeUntil ?? until);
    return !place;
  });
}
