import type { Coverage, SourceName, SubscriptionAnswer } from "@/lib/domain/coverage";
import type { Definition } from "@/lib/domain/definition";
import type { Delegation } from "@/lib/domain/delegation";
import type { TenantId } from "@/lib/domain/ids";
import type { Inventory } from "@/lib/domain/inventory";
import type { Subscription } from "@/lib/domain/subscription";
import { createAnswers } from "./answers";
import { growingMap } from "./growing-map";
import type { Ledger } from "./ledger";

export type Draft = ReturnType<typeof createDraft>;

type Options = Readonly<{
  managingTenant: TenantId;
  ledger: Ledger;
  /** What an earlier pass found; it stays until this pass knows better. */
  earlier: Inventory | undefined;
  /** Whether this pass reads delegations, definitions and subscriptions. */
  readsEstate: boolean;
}>;

/** The inventory while it grows. Adding is cheap, and a snapshot copies only what changed since the last one. */
export function createDraft({ managingTenant, ledger, earlier, readsEstate }: Options) {
  const delegations = growingMap(earlier?.delegations);
  const definitions = growingMap(earlier?.definitions);
  const subscriptions = growingMap(earlier?.subscriptions);
  const tenants = growingMap(earlier?.tenants);
  const roles = growingMap(earlier?.roles);
  const principals = growingMap(earlier?.principals);
  const mapOf = { assignments: delegations, definitions, subscriptions, tenants, roles, principals };
  const earlierAnswers = earlier?.coverage.subscriptions;
  const answers = createAnswers(earlierAnswers);
  let silence: SubscriptionAnswer | undefined;
  let answersNow: Coverage["subscriptions"] | undefined;

  const touch = () => void (answersNow = undefined);
  const answersOf = () => {
    if (!readsEstate) return earlierAnswers ?? new Map();
    return (answersNow ??= answers.snapshot(silence));
  };

  const addDefinition = (definition: Definition): Definition => {
    const known = definitions.isFresh(definition.id) ? definitions.get(definition.id) : undefined;
    if (known) return known;
    definitions.set(definition.id, definition);
    answers.fill(definition.subscription);
    touch();
    return definition;
  };

  return {
    delegations,
    definitions,
    subscriptions,
    tenants,
    roles,
    principals,
    answers,
    touch,

    /** Whether rows of an earlier pass stand among those of a source. */
    isHeld: (source: SourceName) => mapOf[source].staleCount() > 0,

    addDefinition,

    addDelegation(read: Delegation) {
      const definition = read.definition ? addDefinition(read.definition) : definitions.get(read.definitionId);
      delegations.set(read.id, definition === read.definition ? read : { ...read, definition });
      answers.fill(read.scope.subscription);
      touch();
    },

    /** Gives delegations that came without their definition the one that was read since. */
    joinDefinitions() {
      for (const delegation of delegations.values()) {
        const definition = definitions.get(delegation.definitionId);
        if (definition && delegation.definition !== definition)
          delegations.replace(delegation.id, { ...delegation, definition });
      }
    },

    /** ARM's record of a subscription says more than Resource Graph's row, so it is the one that stays. */
    addSubscription(subscription: Subscription, from: "arm" | "resourceGraph") {
      if (from === "arm" || !subscriptions.isFresh(subscription.id)) subscriptions.set(subscription.id, subscription);
      if (from === "arm") answers.name(subscription.id);
      else answers.speak(subscription.id);
      touch();
    },

    /** No more rows will come, and this is what it means that no row speaks of a subscription. */
    settle(meaning: SubscriptionAnswer) {
      silence = meaning;
      touch();
    },

    snapshot: (): Inventory => ({
      managingTenant,
      delegations: delegations.snapshot(),
      definitions: definitions.snapshot(),
      subscriptions: subscriptions.snapshot(),
      tenants: tenants.snapshot(),
      roles: roles.snapshot(),
      principals: principals.snapshot(),
      coverage: ledger.snapshot(answersOf()),
    }),
  };
}
