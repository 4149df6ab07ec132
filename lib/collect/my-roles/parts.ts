import { unlessEmpty } from "@/lib/azure/pim/served";
import type { Activation, ActivationRequest, Eligibility, Served } from "@/lib/domain/activation";
import type { ArmId } from "@/lib/domain/ids";
import type { MyPlace, RolesAt } from "@/lib/domain/my-roles";
import { exactScope, scopePath } from "@/lib/domain/scope";

/** PIM's three lists at one scope. */
export type Answers = Readonly<{
  eligibilities: Served<Eligibility>;
  activations: Served<Activation>;
  requests: Served<ActivationRequest>;
}>;

const pathOf = ({ scope }: MyPlace) => scopePath(scope).toLowerCase();

/**
 * Tells what an answer for the whole tenant says of one place; undefined where it has to be asked for by itself. The
 * answer is believed only if it knows of an eligibility at one of the places: whether PIM looks into delegated scopes at
 * all is not documented, and an answer about our own tenant alone would pass for none.
 */
export function partsOf(
  { eligibilities, activations, requests }: Answers,
  places: readonly MyPlace[],
): (place: MyPlace) => RolesAt | undefined {
  const none = () => undefined;
  if (eligibilities.state !== "served" || activations.state !== "served" || requests.state !== "served") return none;
  const spokenOf = new Set<string>(eligibilities.items.map(({ scope }) => scope));
  if (!places.some((place) => spokenOf.has(pathOf(place)))) return none;
  const at = {
    eligibilities: byScope(eligibilities.items),
    activations: byScope(activations.items),
    requests: byScope(requests.items),
  };
  return (place) => {
    const path = pathOf(place);
    if (place.isEligible && !spokenOf.has(path)) return undefined;
    return {
      scope: place.scope,
      state: "answered",
      eligibilities: served(at.eligibilities.get(path)),
      activations: served(at.activations.get(path)),
      requests: served(at.requests.get(path)),
    };
  };
}

/**
 * What the same answer says of scopes that are none of these places; undefined where it knows nothing although something
 * may be at one of them: then it does not look into delegated scopes, as far as can be told.
 */
export function besides(
  { eligibilities, activations, requests }: Answers,
  places: readonly MyPlace[],
): RolesAt[] | undefined {
  if (unlessEmpty(eligibilities, places.length > 0).state !== "served") return undefined;
  const asked = new Set(places.map(pathOf));
  const named = [...itemsOf(eligibilities), ...itemsOf(activations).filter(({ kind }) => kind === "activated")];
  const [eligible, active, requested] = [partsIn(eligibilities), partsIn(activations), partsIn(requests)];
  return [...new Set(named.map(({ scope }) => scope))].flatMap((path): RolesAt[] => {
    const scope = exactScope(path);
    if (!scope || asked.has(path)) return [];
    const at = { eligibilities: eligible(path), activations: active(path), requests: requested(path) };
    return [{ scope, state: "answered", ...at }];
  });
}

const itemsOf = <Item>(list: Served<Item>): readonly Item[] => (list.state === "served" ? list.items : []);

function partsIn<Item extends { scope: ArmId }>(list: Served<Item>): (path: ArmId) => Served<Item> {
  if (list.state !== "served") return () => list;
  const parts = byScope(list.items);
  return (path) => served(parts.get(path));
}

const served = <Item>(items: readonly Item[] = []): Served<Item> => ({ state: "served", items, unreadable: 0 });

function byScope<Item extends { scope: ArmId }>(items: readonly Item[]): ReadonlyMap<string, readonly Item[]> {
  const scopes = new Map<string, Item[]>();
  for (const item of items) {
    const alike = scopes.get(item.scope);
    if (alike) alike.push(item);
    else scopes.set(item.scope, [item]);
  }
  return scopes;
}
