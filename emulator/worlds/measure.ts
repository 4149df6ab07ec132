import type { World } from "../world";

/** The sizes of a world, counted from its rows as product figures are: a grant is one principal, role and scope. */
export function measure(world: World) {
  const definitions = world.registrationDefinitions;
  let grants = 0;
  const delegated = new Set<string>();
  const customers = new Set<string>();
  for (const { id, properties } of world.registrationAssignments.values()) {
    const definition = definitions.get(properties.registrationDefinitionId.toLowerCase());
    if (!definition) continue;
    grants += definition.properties.authorizations.length;
    grants += definition.properties.eligibleAuthorizations?.length ?? 0;
    delegated.add(id.split("/")[2]?.toLowerCase() ?? "");
    customers.add(definition.properties.manageeTenantId.toLowerCase());
  }
  return {
    customers: customers.size,
    subscriptions: delegated.size,
    delegations: world.registrationAssignments.size,
    definitions: definitions.size,
    grants,
    groups: world.groups.size,
    nesting: nesting(world),
    staff: world.users.size,
    servicePrincipals: world.servicePrincipals.size,
  };
}

/** Groups on the longest chain of members, none counted twice. */
export function nesting({ groups }: World): number {
  const known = new Map<string, number>();
  const path = new Set<string>();
  const depth = (id: string): { groups: number; cut: boolean } => {
    const remembered = known.get(id);
    if (remembered !== undefined) return { groups: remembered, cut: false };
    path.add(id);
    let longest = 0;
    let cut = false;
    for (const member of groups.get(id)?.members ?? []) {
      const below = member.toLowerCase();
      if (!groups.has(below)) continue;
      const found = path.has(below) ? { groups: 0, cut: true } : depth(below);
      longest = Math.max(longest, found.groups);
      cut ||= found.cut;
    }
    path.delete(id);
    // In a cycle the answer depends on where one came from, so it holds for this path alone.
    if (!cut) known.set(id, 1 + longest);
    return { groups: 1 + longest, cut };
  };
  return Math.max(0, ...[...groups.keys()].map((id) => depth(id).groups));
}

/** Groups that are members of themselves by way of others. */
export function inCycles({ groups }: World): string[] {
  const reaches = (from: string, wanted: string) => {
    const seen = new Set<string>();
    const open = [from];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      for (const member of groups.get(id)?.members ?? []) {
        const next = member.toLowerCase();
        if (next === wanted) return true;
        if (!groups.has(next) || seen.has(next)) continue;
        seen.add(next);
        open.push(next);
      }
    }
    return false;
  };
  return [...groups.keys()].filter((id) => reaches(id, id));
}
