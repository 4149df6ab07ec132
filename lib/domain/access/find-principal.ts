import { isReading } from "../coverage";
import type { Found } from "../find";
import { principalId, type PrincipalId } from "../ids";
import type { AccessIndex } from "./access-index";
import { blindSpotsOfPerson, seesAll } from "./blind-spots";

/** Whom an address names: somebody that a grant or a group leads to. Absent only where nothing is hidden from us. */
export function findPrincipal(index: AccessIndex, parameter: string, isPending: boolean): Found<PrincipalId> {
  const id = principalId(parameter);
  if (!id) return { kind: "malformed" };
  if (index.people.ids.find(id) >= 0) return { kind: "found", value: id };
  const isAll = !isPending && seesAll(blindSpotsOfPerson(index, -1)) && index.roleAssignments !== undefined;
  return isAll ? { kind: "absent" } : { kind: "notSeen", reading: isPending || isReading(index.inventory.coverage) };
}
