import type { PrincipalId } from "../ids";
import type { MyPlace, MyRoles } from "../my-roles";
import { exactScope } from "../scope";
import type { AccessIndex } from "./access-index";
import type { Activation } from "./activation";
import { keptReach } from "./kept-reach";
import { scopeKey } from "./scope-table";
import { aimAt, type Target } from "./target";

/** Where PIM is to be asked what a person has active: where they are eligible, or those of it that lead to a target. */
export function eligiblePlaces(index: AccessIndex, id: PrincipalId, target?: Target): MyPlace[] {
  const { scopes } = index.scopeTable;
  const near =
    target && new Set(aimAt(index, target).leading.map(({ grant }) => scopeKey(scopes[index.grants.scopes[grant]!]!)));
  return keptReach(index, id).held.flatMap(({ scope, eligible }) =>
    eligible !== "no" && scope.kind !== "resource" && (near?.has(scopeKey(scope)) ?? true)
      ? { scope, isEligible: true }
      : [],
  );
}

/** What PIM says a person has active. An activation on a single resource is none on the resource group around it. */
export function activationsIn({ places }: MyRoles, principal: PrincipalId): Activation[] {
  return [...places.values()].flatMap((place) => {
    if (place.state !== "answered" || place.activations.state !== "served") return [];
    return place.activations.items.flatMap(({ kind, role, scope: path, until }) => {
      const scope = exactScope(path);
      return kind === "activated" && scope && until !== undefined ? { principal, role, scope, until } : [];
    });
  });
}

/** How many scopes PIM did not tell of. */
export const unansweredIn = ({ places }: MyRoles): number =>
  [...places.values()].filter((place) => place.state !== "answered" || place.activations.state !== "served").length;
