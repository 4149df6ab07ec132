import type { Role } from "../role";
import { allowance } from "./allows";
import { isControl, type CataloguedOperation, type Gives } from "./catalogue/gives";
import { patternsOf, type Plane } from "./effective-operations";
import { cataloguedAs, cataloguedIn } from "./given-away";
import { covers, matches, parseGlob, type Glob } from "./glob";

/** How far a role reaches: 1 Read, 2 Operate, 3 Write, 4 Keys, 5 Control. */
export type PrivilegeLevel = 1 | 2 | 3 | 4 | 5;

export type Privilege = Readonly<{
  level: PrivilegeLevel;
  /** What decided it; undefined for a role that only reads, or allows nothing at all. */
  because: Because | undefined;
}>;

export type Because = Readonly<{
  plane: Plane;
  /** The role's own pattern, and the operation that it allows; the latter may be a pattern: "any write". */
  pattern: string;
  operation: string;
  /** undefined for what is no secret, code or control. */
  gives: Gives | undefined;
}>;

const anyWrite = parseGlob("*/write");
const anyDelete = parseGlob("*/delete");
const anyAction = parseGlob("*/action");
// Opening a support ticket writes a ticket and touches nothing of the customer's.
const operating = parseGlob("Microsoft.Support/*");

/** What the role itself allows on both planes. */
export const privilegeOf = (role: Role): Privilege => remember(overall, role, () => highest(role, ["control", "data"]));

/** What a delegation can carry of it: Azure Lighthouse leaves data actions out, even where a role has them. */
export const delegatedPrivilegeOf = (role: Role): Privilege =>
  remember(delegated, role, () => highest(role, ["control"]));

type Memory = WeakMap<Role, Privilege>;
const [overall, delegated]: [Memory, Memory] = [new WeakMap(), new WeakMap()];

function remember(memory: Memory, role: Role, judge: () => Privilege): Privilege {
  let privilege = memory.get(role);
  if (!privilege) memory.set(role, (privilege = judge()));
  return privilege;
}

const highest = (role: Role, planes: readonly Plane[]): Privilege =>
  planes.map((plane) => onPlane(role, plane)).reduce((one, other) => (other.level > one.level ? other : one));

function onPlane(role: Role, plane: Plane): Privilege {
  const given = cataloguedIn(role.permissions, plane).filter(
    ({ operation }) => levelOfOperation(operation, plane) >= 4,
  );
  const control = given.find(({ gives }) => isControl(gives));
  return (
    everyWrite(role, plane) ??
    because(role, plane, 5, control) ??
    because(role, plane, 4, given[0]) ??
    allowing(role, plane, 3, [anyWrite, anyDelete], [operating]) ??
    allowing(role, plane, 2, [anyAction, anyWrite, anyDelete]) ?? { level: 1, because: undefined }
  );
}

// What stands for any write begins with a star, and few patterns do.
const isEveryWrite = (pattern: string) => pattern.startsWith("*") && covers(parseGlob(pattern), anyWrite);

function everyWrite(role: Role, plane: Plane): Privilege | undefined {
  for (const permission of role.permissions) {
    const { allowed, taken } = patternsOf(permission, plane);
    const pattern = allowed.find(isEveryWrite);
    if (pattern !== undefined && !taken.some(isEveryWrite))
      return { level: 5, because: { plane, pattern, operation: anyWrite.text, gives: undefined } };
  }
  return undefined;
}

function because(
  role: Role,
  plane: Plane,
  level: PrivilegeLevel,
  catalogued: CataloguedOperation | undefined,
): Privilege | undefined {
  const found = catalogued && allowance(role, parseGlob(catalogued.operation), plane);
  return found && { level, because: { plane, pattern: found.pattern, ...catalogued } };
}

function allowing(
  role: Role,
  plane: Plane,
  level: PrivilegeLevel,
  searched: readonly Glob[],
  exceptFor: readonly Glob[] = [],
): Privilege | undefined {
  for (const glob of searched) {
    const found = allowance(role, glob, plane, exceptFor);
    if (found) return { level, because: { plane, pattern: found.pattern, operation: glob.text, gives: undefined } };
  }
  return undefined;
}

/** The level of a role that would allow this one operation. A secret that can be had by reading alone counts as reading. */
export function levelOfOperation(operation: string, plane: Plane = "control"): PrivilegeLevel {
  const name = operation.toLowerCase();
  if (name.endsWith("/read")) return 1;
  const catalogued = cataloguedAs(name, plane);
  if (catalogued) return isControl(catalogued.gives) ? 5 : 4;
  if (name.endsWith("/write") || name.endsWith("/delete")) return matches(operating, name) ? 2 : 3;
  return name.endsWith("/action") ? 2 : 1;
}

export const privilegeNames: Readonly<Record<PrivilegeLevel, string>> = {
  1: "Read",
  2: "Operate",
  3: "Write",
  4: "Keys",
  5: "Control",
};

/** The rule by which a role gets its level, written down once. A role has the highest level that applies. */
export const privilegeRule: Readonly<Record<PrivilegeLevel, string>> = {
  1: "Only reads.",
  2: "Runs or changes the state of what exists: start, restart, back up, open support tickets.",
  3: "Writes or deletes something.",
  4: "Lists or resets keys and credentials, or runs code. What reading alone shows does not count.",
  5: "Writes everything, or assigns roles, writes policies or acts as a managed identity.",
};
