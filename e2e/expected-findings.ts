import type { RegistrationDefinition, World } from "../emulator/world";
import { assess } from "../lib/domain/findings/engine/assess";
import { prepare } from "../lib/domain/findings/engine/assessment";
import { fingerprintOf } from "../lib/domain/findings/finding";
import type { Identities } from "../lib/domain/identities-reading";
import { subscriptionId, type SubscriptionId } from "../lib/domain/ids";
import { accessOf } from "./access-of-world";
import { expectedFor } from "./witness";

const lower = (text: string) => text.toLowerCase();

const customerOf = ({ id, properties }: RegistrationDefinition) => properties.manageeTenantId ?? id.split("/")[2];

/** The definitions in use that a person is shown. */
function definitionsShown(world: World, personId: string): RegistrationDefinition[] {
  const shown = new Set(expectedFor(world, personId).delegations.map(({ id }) => id));
  const used = [...world.registrationAssignments.values()].filter(({ id }) => shown.has(lower(id)));
  const ids = new Set(used.map(({ properties }) => lower(properties.registrationDefinitionId)));
  return [...ids].flatMap((id) => world.registrationDefinitions.get(id) ?? []);
}

/** Rules that anybody can check by hand: how often each should be found, what is alike at one customer once. */
export function countedByHand(world: World, personId: string) {
  const definitions = definitionsShown(world, personId);
  const deleteRole = "91c1777a-f3dc-4fae-b103-61d183457e46";
  const rolesOf = ({ properties: { authorizations, eligibleAuthorizations = [] } }: RegistrationDefinition) =>
    [...authorizations, ...eligibleAuthorizations].map(({ roleDefinitionId }) => lower(roleDefinitionId));
  return {
    "LH-DEL-001": new Set(definitions.filter((definition) => !rolesOf(definition).includes(deleteRole)).map(customerOf))
      .size,
    "LH-JIT-003": new Set(
      definitions.flatMap((definition) =>
        (definition.properties.eligibleAuthorizations ?? [])
          .filter((line) => (line.justInTimeAccessPolicy?.multiFactorAuthProvider ?? "None") !== "Azure")
          .map((line) => lower(`${customerOf(definition)} ${line.principalId} ${line.roleDefinitionId}`)),
      ),
    ).size,
  };
}

/**
 * The fingerprints that a world's own records give, without collecting them over HTTP. Of people it knows less than the
 * directory tells, so rules about principals are left out.
 */
export function fingerprintsIn(world: World, personId: string, now: number): string[] {
  const { inventory, directory, roleAssignments } = accessOf(world);
  const shown = new Set(expectedFor(world, personId).delegations.map(({ id }) => id));
  const delegations = new Map([...inventory.delegations].filter(([id]) => shown.has(id)));
  const used = new Set([...delegations.values()].map(({ definitionId }) => definitionId));
  const definitions = new Map([...inventory.definitions].filter(([id]) => used.has(id)));
  const seen = { ...inventory, delegations, definitions };
  const identities = identitiesIn(world, inventory.subscriptions.keys());
  const { findings } = assess(prepare({ inventory: seen, directory: { directory }, roleAssignments, identities, now }));
  return findings.filter(({ rule }) => isOfOffers(rule.id)).map(fingerprintOf);
}

function identitiesIn(world: World, subscriptions: Iterable<SubscriptionId>): Identities {
  const resources = new Map([...subscriptions].map((id) => [id, new Map<string, number>()]));
  for (const { id, identity } of world.resources.values()) {
    const [, , subscription, , group = ""] = lower(id).split("/");
    const groups = identity && subscription ? resources.get(subscriptionId(subscription)!) : undefined;
    groups?.set(group, (groups.get(group) ?? 0) + 1);
  }
  return { resources, isWhole: true };
}

/** Of the families that offers and roles alone decide. */
export const isOfOffers = (rule: string): boolean => /^LH-(SEC|EXE|JIT)-/.test(rule);
