import type { World } from "../emulator/world";
import { expectedFor } from "./witness";

/** A grant that leads to somebody, as the world file has it: ids in lower case. */
export type WorldGrant = Readonly<{
  customer: string;
  scope: string;
  role: string;
  access: "standing" | "eligible";
  through: string;
  /** Whether the delegation counts: one that failed grants nothing. */
  counts: boolean;
}>;

const named = (rows: Iterable<{ id: string; displayName: string | null }>, name: string): string => {
  for (const row of rows) if (row.displayName === name) return row.id.toLowerCase();
  throw new Error(`Nobody is called ${name}.`);
};
export const personIn = (world: World, name: string): string => named(world.users.values(), name);
export const groupIn = (world: World, name: string): string => named(world.groups.values(), name);

/** Somebody and all groups that they are in, by whatever way; slowly, and sharing no code with the product. */
function closureOf(world: World, id: string): Set<string> {
  const found = new Set([id]);
  for (let before = -1; before !== found.size;) {
    before = found.size;
    for (const [group, { members, securityEnabled, groupTypes }] of world.groups) {
      if (!securityEnabled || groupTypes.includes("Unified")) continue;
      if (members.some((member) => found.has(member.toLowerCase()))) found.add(group.toLowerCase());
    }
  }
  return found;
}

/** What delegations that `reader` can see grant to somebody, whether or not their account is enabled. */
export function grantsTo(world: World, id: string, reader: string): WorldGrant[] {
  const subjects = closureOf(world, id);
  const grants = new Map<string, WorldGrant>();
  for (const { id: delegation, customerTenantId: customer, scope, state } of expectedFor(world, reader).delegations) {
    const assignment = [...world.registrationAssignments.values()].find((one) => one.id.toLowerCase() === delegation);
    const definition = world.registrationDefinitions.get(
      assignment?.properties.registrationDefinitionId.toLowerCase() ?? "",
    );
    const isOwn = customer === world.id.toLowerCase();
    const lines = [
      ...(definition?.properties.authorizations ?? []).map((line) => ({ ...line, access: "standing" as const })),
      ...(definition?.properties.eligibleAuthorizations ?? []).map((line) => ({
        ...line,
        access: "eligible" as const,
      })),
    ];
    for (const { principalId, roleDefinitionId, access } of lines) {
      const through = principalId.toLowerCase();
      if (!subjects.has(through)) continue;
      const role = roleDefinitionId.toLowerCase().split("/").at(-1) ?? "";
      const key = [scope, role, access, through].join(" ");
      const counts = (state === "Succeeded" && !isOwn) || grants.get(key)?.counts === true;
      grants.set(key, { customer, scope, role, access, through, counts });
    }
  }
  return [...grants.values()];
}

export const customersIn = (grants: readonly WorldGrant[]): string[] =>
  [...new Set(grants.filter(({ counts }) => counts).map(({ customer }) => customer))].sort();
