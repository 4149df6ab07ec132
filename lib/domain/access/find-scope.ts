import { isReading } from "../coverage";
import type { Found } from "../find";
import { armId } from "../ids";
import { exactScope, type Scope } from "../scope";
import type { AccessIndex } from "./access-index";

/** A scope, and whether anything that was read names it: Azure lists no resource groups for us. */
export type FoundScope = Readonly<{ scope: Scope; isNamed: boolean }>;

/**
 * What an address names by its id: a subscription that Azure lists or that something is granted on, or a resource group in
 * one. A group is reached through its subscription, whether or not there is such a group.
 */
export function findScope({ inventory, scopeTable, isConclusive }: AccessIndex, parameter: string): Found<FoundScope> {
  const id = armId(parameter);
  const scope = id && exactScope(id);
  if (!scope) return { kind: "malformed" };
  const { subscription } = scope;
  if (inventory.subscriptions.has(subscription) || scopeTable.ownerOf(subscription) !== undefined)
    return { kind: "found", value: { scope, isNamed: scope.kind === "subscription" || scopeTable.find(scope) >= 0 } };
  return isConclusive ? { kind: "absent" } : { kind: "notSeen", reading: isReading(inventory.coverage) };
}
