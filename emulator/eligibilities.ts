import { delegationsOf } from "./delegations";
import { principalAndGroups } from "./membership";
import { guidFrom } from "./worlds/random";
import type { EligibleAuthorization, World } from "./world";

/** What a principal may activate at a scope, as PIM's schedule for it says. */
export type Eligibility = {
  /** Of its schedule: a GUID, the same for one principal, role and scope. */
  name: string;
  /** Path of a subscription or resource group, as its delegation writes it. */
  scope: string;
  /** Lower-cased GUID. */
  roleId: string;
  principalId: string;
  policy: NonNullable<EligibleAuthorization["justInTimeAccessPolicy"]>;
  since: string;
};

// Neither can be eligible in Lighthouse, whatever a world says.
const restricted = new Set(["8e3af657-a8ff-443c-a75c-2fe8c4bcb635", "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9"]);

const names = new WeakMap<World, Map<string, string>>();

/** Remembered, since every activation is a new version of the world and large ones have tens of thousands. */
function nameOf(world: World, scope: string, principalId: string, roleId: string): string {
  let ofWorld = names.get(world);
  if (!ofWorld) names.set(world, (ofWorld = new Map()));
  const key = `${scope} ${principalId.toLowerCase()} ${roleId}`;
  const known = ofWorld.get(key);
  if (known !== undefined) return known;
  const name = guidFrom("eligibility schedule", key);
  ofWorld.set(key, name);
  return name;
}

const known = new WeakMap<World, { version: number; byName: ReadonlyMap<string, Eligibility> }>();

/** Every eligibility that delegations give now, by the name of its schedule; none where PIM is not to know them. */
export function eligibilitiesOf(world: World): ReadonlyMap<string, Eligibility> {
  const found = known.get(world);
  if (found?.version === world.version) return found.byName;
  const byName = new Map<string, Eligibility>();
  if (world.settings.servesLighthousePim) for (const each of collect(world)) byName.set(each.name, each);
  known.set(world, { version: world.version, byName });
  return byName;
}

/** What somebody may activate, directly or through a group. */
export function eligibilitiesFor(world: World, objectId: string): Eligibility[] {
  const principals = principalAndGroups(world, objectId);
  return [...eligibilitiesOf(world).values()].filter(({ principalId }) => principals.has(principalId.toLowerCase()));
}

/** Two delegations that give the same are one schedule, with the policy of the first. */
function* collect(world: World): Generator<Eligibility> {
  const seen = new Set<string>();
  for (const { scope: key, definition, assignment } of delegationsOf(world)) {
    for (const authorization of definition.properties.eligibleAuthorizations ?? []) {
      const { principalId, roleDefinitionId, justInTimeAccessPolicy: policy = {} } = authorization;
      const roleId = roleDefinitionId.toLowerCase();
      const name = nameOf(world, key, principalId, roleId);
      if (seen.has(name) || restricted.has(roleId) || !world.roleDefinitions.has(roleId)) continue;
      seen.add(name);
      const scope = assignment.id.slice(0, assignment.id.toLowerCase().lastIndexOf("/providers/"));
      const since = assignment.systemData?.createdAt ?? definition.systemData?.createdAt ?? "2020-01-01T00:00:00.000Z";
      yield { name, scope, roleId, principalId, policy, since };
    }
  }
}
