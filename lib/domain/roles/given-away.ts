import type { Permission, Role } from "../role";
import { allows } from "./allows";
import { members } from "./bitset";
import type { CataloguedOperation } from "./catalogue/gives";
import { operationsIn, type Plane } from "./effective-operations";
import { harmfulOperations } from "./harmful-operations";
import { createOperationIndex, type OperationIndex } from "./operation-index";
import { secretOperations } from "./secret-operations";

/** Something that a role gives away, and the pattern of the role that allows it. */
export type GivenAway = CataloguedOperation & Readonly<{ plane: Plane; pattern: string }>;

type Catalogue = Readonly<{ plane: Plane; index: OperationIndex; operations: readonly CataloguedOperation[] }>;

/** The operations of the catalogue in the order of their index. */
function indexed(plane: Plane, operations: readonly CataloguedOperation[]): Catalogue {
  const index = createOperationIndex(operations.map(({ operation }) => operation));
  const byName = new Map(operations.map((operation) => [operation.operation.toLowerCase(), operation]));
  return { plane, index, operations: index.names.flatMap((name) => byName.get(name) ?? []) };
}

// Only a page that judges roles needs it.
const catalogues: Partial<Record<Plane | "harm", Catalogue>> = {};
const catalogueOf = (plane: Plane) => (catalogues[plane] ??= indexed(plane, secretOperations[plane]));
const catalogueOfHarm = () => (catalogues.harm ??= indexed("control", harmfulOperations()));

/** What the catalogue says of an operation, however it is written; undefined says only that it is not in there. */
export function cataloguedAs(operation: string, plane: Plane = "control"): CataloguedOperation | undefined {
  const { index, operations } = catalogueOf(plane);
  const number = index.numberOf(operation);
  return number === undefined ? undefined : operations[number];
}

/** The catalogued operations that a role allows on one plane. */
export const cataloguedIn = (permissions: readonly Permission[], plane: Plane): CataloguedOperation[] =>
  allowedOf(permissions, catalogueOf(plane));

const allowedOf = (permissions: readonly Permission[], { plane, index, operations }: Catalogue) =>
  members(operationsIn(permissions, plane, index)).flatMap((number) => operations[number] ?? []);

const withPatterns = (role: Role, catalogue: Catalogue): GivenAway[] =>
  allowedOf(role.permissions, catalogue).map((given) => ({
    ...given,
    plane: catalogue.plane,
    pattern: allows(role, given.operation, catalogue.plane)?.pattern ?? "",
  }));

/** Everything in the catalogue that a role allows, with the pattern that does: the evidence of a finding. */
export const givenAway = (role: Role, planes: readonly Plane[] = ["control", "data"]): GivenAway[] =>
  planes.flatMap((plane) => withPatterns(role, catalogueOf(plane)));

/** What a role allows that harms without giving a secret, code or roles away: deleting backups, stopping logs. */
export const harmDone = (role: Role): GivenAway[] => withPatterns(role, catalogueOfHarm());
