import type { GivenAway } from "@/lib/domain/roles/given-away";
import { allows } from "@/lib/domain/roles/allows";
import { emptySet, intersection, members, setBit, type Bitset } from "@/lib/domain/roles/bitset";
import { effectiveOperations, type KnownOperations } from "@/lib/domain/roles/effective-operations";
import { cataloguedAs } from "@/lib/domain/roles/given-away";
import type { OperationIndex } from "@/lib/domain/roles/operation-index";
import { userAccessAdministrator } from "@/lib/domain/roles/delegability";
import type { Role } from "@/lib/domain/role";

const noun =
  "(keys?|secrets?|credentials?|passwords?|passphrases?|tokens?|sas(ur[il]|token)?s?|connectionstrings?|kubeconfigs?)";
const verb = "(list|get|generate|regenerate|retrieve|reset|rotate|create|export|download|show|fetch)";
const secretive = new RegExp(`/${verb}[a-z]*${noun}/(action|write)$`, "i");

/** Its name speaks of handing out a secret, and the catalogue does not say what it does. */
export const looksSecret = (operation: string): boolean => secretive.test(operation) && !cataloguedAs(operation);

const known = new WeakMap<OperationIndex, Bitset>();

function lookingSecretIn(index: OperationIndex): Bitset {
  let set = known.get(index);
  if (!set) {
    known.set(index, (set = emptySet(index.names.length)));
    for (const [number, name] of index.names.entries()) if (looksSecret(name)) setBit(set, number);
  }
  return set;
}

/**
 * What a role allows that looks like a secret and is in no catalogue: of the operations that it writes out itself, and of
 * all that Azure publishes where those are known.
 */
export function unclassifiedIn(role: Role, operations: KnownOperations | undefined): GivenAway[] {
  if (role.id === userAccessAdministrator) return [];
  const found = new Map<string, string>();
  for (const action of role.permissions.flatMap(({ actions }) => actions))
    if (!action.includes("*") && looksSecret(action)) found.set(action.toLowerCase(), action);
  if (operations) {
    const { control } = operations;
    const looking = intersection(effectiveOperations(role, operations).control, lookingSecretIn(control));
    for (const number of members(looking)) found.set(control.names[number]!, control.written[number]!);
  }
  return [...found.values()].flatMap((operation) => {
    const pattern = allows(role, operation)?.pattern;
    return pattern === undefined
      ? []
      : { operation, gives: "unclassified" as const, plane: "control" as const, pattern };
  });
}
