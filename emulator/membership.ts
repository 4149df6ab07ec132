import type { Group, World } from "./world";

const parents = new WeakMap<World, { version: number; of: Map<string, string[]> }>();

/** Only security groups carry Azure roles; a Microsoft 365 group may be security-enabled and still does not count. */
export const isSecurityGroup = (group: Group): boolean =>
  group.securityEnabled && !group.groupTypes.includes("Unified");

/** A principal's own id and those of every security group that it is in, through however many groups and around cycles. */
export function principalAndGroups(world: World, objectId: string): ReadonlySet<string> {
  const parentsOf = directParents(world);
  const found = new Set([objectId.toLowerCase()]);
  for (const id of found) for (const parent of parentsOf.get(id) ?? []) found.add(parent);
  return found;
}

function directParents(world: World): Map<string, string[]> {
  const known = parents.get(world);
  if (known?.version === world.version) return known.of;

  const of = new Map<string, string[]>();
  for (const group of world.groups.values()) {
    if (!isSecurityGroup(group)) continue;
    const id = group.id.toLowerCase();
    for (const member of group.members.map((member) => member.toLowerCase())) {
      const list = of.get(member);
      if (list) list.push(id);
      else of.set(member, [id]);
    }
  }
  parents.set(world, { version: world.version, of });
  return of;
}
