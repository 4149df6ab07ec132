import type { Permission, Role } from "../role";
import { addAll, emptySet, members, type Bitset } from "./bitset";
import { createOperationIndex, type OperationIndex } from "./operation-index";

/** What can be done with resources, and with the data in them. Wildcards of the one never reach into the other. */
export type Plane = "control" | "data";

/** Every operation that we have a name for. It is never all that Azure has: absence proves nothing. */
export type KnownOperations = Readonly<Record<Plane, OperationIndex>>;

/** The numbers of the operations that a role allows, in the index of each plane. */
export type EffectiveOperations = Readonly<Record<Plane, Bitset>>;

export function knownOperations(
  operations: readonly Readonly<{ name: string; isDataAction: boolean }>[],
): KnownOperations {
  const namesOf = (isData: boolean) =>
    operations.filter(({ isDataAction }) => isDataAction === isData).map(({ name }) => name);
  return { control: createOperationIndex(namesOf(false)), data: createOperationIndex(namesOf(true)) };
}

/** What an entry allows and takes away again on one plane. */
export const patternsOf = (permission: Permission, plane: Plane) =>
  plane === "control"
    ? { allowed: permission.actions, taken: permission.notActions }
    : { allowed: permission.dataActions, taken: permission.notDataActions };

/** Each entry's actions less its notActions, united: a notAction takes nothing from another entry, nor from another role. */
export function operationsIn(permissions: readonly Permission[], plane: Plane, index: OperationIndex): Bitset {
  const all = emptySet(index.names.length);
  for (const permission of permissions) {
    const { allowed, taken } = patternsOf(permission, plane);
    const one = taken.length === 0 ? all : emptySet(index.names.length);
    for (const pattern of allowed) index.mark(one, pattern);
    for (const pattern of taken) index.mark(one, pattern, false);
    if (one !== all) addAll(all, one);
  }
  return all;
}

// A role that is read again is a new value, so what is remembered is never out of date.
const remembered = new WeakMap<KnownOperations, WeakMap<Role, EffectiveOperations>>();

export function effectiveOperations(role: Role, known: KnownOperations): EffectiveOperations {
  let ofRoles = remembered.get(known);
  if (!ofRoles) remembered.set(known, (ofRoles = new WeakMap()));
  let effective = ofRoles.get(role);
  if (!effective)
    ofRoles.set(
      role,
      (effective = {
        control: operationsIn(role.permissions, "control", known.control),
        data: operationsIn(role.permissions, "data", known.data),
      }),
    );
  return effective;
}

/** The names of the operations in a set, in order, as Azure writes them. */
export const operationNames = (set: Bitset, index: OperationIndex): string[] =>
  members(set).map((number) => index.written[number] ?? "");
