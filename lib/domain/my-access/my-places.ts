import type { AccessIndex } from "../access/access-index";
import type { Reach } from "../access/reach";
import type { MyPlace } from "../my-roles";

/** Where PIM is to be asked: where offers make me eligible, and where an offer that might could not be read. */
export function myPlaces({ unreadDefinitions }: AccessIndex, { held }: Reach): MyPlace[] {
  const places = held.flatMap(({ scope, eligible }): MyPlace[] =>
    eligible === "no" || scope.kind === "resource" ? [] : [{ scope, isEligible: eligible === "yes" }],
  );
  return [...places, ...unreadDefinitions.map(({ scope }) => ({ scope, isEligible: false }))];
}
