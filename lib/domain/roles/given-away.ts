import type { Permission, Role } from "../role";
import { allows } from "./allows";
import { members } from "./bitset";
import type { CataloguedOperation } from "./catalogue/gives";
import { operationsIn, type Plane } from "./effective-operations";
import { createOperationIndex, type OperationIndex } from "./operation-index";
import { secretOperations } from "./secret-operations";

/** Something that a role gives away, and the pattern of the role that allows it. */
export type GivenAway = CataloguedOperation & Readonly<{ plane: Plane; pattern: string }>;

type Catalogue = Readonly<{ index: OperationIndex; operations: readonly CataloguedOperation[] }>;

/** The operations of the catalogue in the order of their index. */
function indexed(operations: readonly CataloguedOperation[]): Catalogue {
  const index = createOperationIndex(operations.map(({ operation }) => operation));
  const byName = new Map(operations.map((operation) => [operation.operation.toLowerCase(), operation]));
  return { index, operations: index.names.flatMap((name) => byName.get(name) ?? []) };
}

// Only a page that judges roles needs it.
const catalogues: Partial<Record<Plane, Catalogue>> = {};
const catalogueOf = (plane: Plane) => (catalogues[plane] ??= indexed(secretOperations[plane]));

/** What the catalogue says of an operation, however it is written; undefined says only that it is not in there. */
export function cataloguedAs(operation: string, plane: Plane = "control"): CataloguedOperation | undefined {
  const { index, operations } = catalogueOf(plane);
  const number = index.numberOf(operation);
  return number === undefined ? undefined : operations[number];
}

/** The catalogued operations that a role allows on one plane. */
export function cataloguedIn(permissions: readonly Permission[], plane: Plane): CataloguedOperation[] {
  const { index, operations } = catalogueOf(plane);
  return members(operationsIn(permissions, plane, index)).flatMap((number) => operations[number] ?? []);
}

/** Everything in the catalogue that a role allows, with the pattern that does: the evidence of a finding. */
export const givenAway = (role: Role, planes: readonly Plane[] = ["control", "data"]): GivenAway[] =>
  planes.flatMap((plane) =>
    cataloguedIn(role.permissions, plane).map((given) => ({
      ...given,
      plane,
      pattern: allows(role, given.operation, plane)?.pattern ?? "",
    })),
  );
