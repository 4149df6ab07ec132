import type { Role } from "../role";
import { globsOf } from "./allows";
import { emptySet, sizeOf } from "./bitset";
import { patternsOf, type KnownOperations, type Plane } from "./effective-operations";
import { covers, parseGlob, type Glob } from "./glob";
import { secretOperations } from "./secret-operations";

/** An operation or a pattern that somebody asks about, and the plane on which roles are judged by it. */
export type PlacedOperation = Readonly<{
  operation: string;
  plane: Plane;
  /**
   * `unknown`: nothing tells whether it is a data action. `both`: a pattern that stands for data actions too.
   * `perhapsBoth`: a pattern of which only data actions are known, and not from Azure's own list.
   */
  doubt: "unknown" | "both" | "perhapsBoth" | undefined;
  /** Some list has it, or some role writes it: it is an operation, whatever it looks like. */
  isKnown: boolean;
}>;

type Planes = Readonly<Record<Plane, boolean>>;

/**
 * Data actions are allowed by `dataActions` alone, so an operation is judged on data where it is known to be one: from
 * Azure's list, from the catalogue of secrets, or because roles write it as a data action and none as an action.
 */
export function placedOperation(operation: string, roles: readonly Role[], known?: KnownOperations): PlacedOperation {
  const glob = parseGlob(operation);
  const listed = known && inList(operation, known);
  const isListed = listed !== undefined && isSomewhere(listed);
  const found = isListed ? listed : fromElsewhere(glob, roles);
  const plane = found.data && !found.control ? "data" : "control";
  return { operation, plane, doubt: doubtOf(found, glob, isListed), isKnown: isSomewhere(found) };
}

function doubtOf(found: Planes, { isLiteral }: Glob, isListed: boolean): PlacedOperation["doubt"] {
  if (!isSomewhere(found)) return "unknown";
  if (found.control && found.data) return isLiteral ? "unknown" : "both";
  return found.data && !isLiteral && !isListed ? "perhapsBoth" : undefined;
}

const isSomewhere = ({ control, data }: Planes) => control || data;

const onPlanes = (isOn: (plane: Plane) => boolean): Planes => ({ control: isOn("control"), data: isOn("data") });

const inList = (operation: string, known: KnownOperations) =>
  onPlanes((plane) => {
    const found = emptySet(known[plane].names.length);
    known[plane].mark(found, operation);
    return sizeOf(found) > 0;
  });

/** Of one operation the catalogue has the last word; of a pattern it knows some, and the roles know others. */
function fromElsewhere(glob: Glob, roles: readonly Role[]): Planes {
  const catalogued = onPlanes((plane) =>
    secretOperations[plane].some(({ operation }) => covers(glob, parseGlob(operation))),
  );
  if (glob.isLiteral && isSomewhere(catalogued)) return catalogued;
  return onPlanes((plane) => catalogued[plane] || roles.some((role) => isWrittenIn(role, glob, plane)));
}

const isWrittenIn = ({ permissions }: Role, glob: Glob, plane: Plane) =>
  permissions.some((permission) => {
    const { allowed, taken } = patternsOf(permission, plane);
    return [allowed, taken].some((patterns) => globsOf(patterns).some((written) => covers(glob, written)));
  });
