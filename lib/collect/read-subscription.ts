import { definitionParser, delegationParser } from "@/lib/azure/managed-services/to-domain";
import { subscriptionRow } from "@/lib/azure/subscriptions";
import type { SourceName } from "@/lib/domain/coverage";
import type { SubscriptionId } from "@/lib/domain/ids";
import { answerOf, problemsOf } from "./loss";
import type { Pass } from "./pass";
import { assignmentsQuery, definitionsQuery, subscriptionsQuery } from "./queries";
import { readApplications } from "./read-applications";
import { askArm } from "./read-silent";
import { readTable } from "./read-table";

/**
 * Asks again for one subscription that an earlier reading named unreachable, and for nothing else. What was known of it
 * stays until there is an answer.
 */
export async function readSubscription(pass: Pass, id: SubscriptionId): Promise<void> {
  const { draft, ledger, signal } = pass;
  const name = draft.subscriptions.get(id)?.name ?? id;
  const scope = { subscriptions: [id] };
  const before = { delegations: draft.delegations.size(), definitions: draft.definitions.size() };
  draft.answers.name(id);
  const [assignments, shown, definitions] = await Promise.all([
    readTable(pass, { query: assignmentsQuery, row: delegationParser(), add: draft.addDelegation, ...scope }),
    readTable(pass, {
      query: subscriptionsQuery,
      row: subscriptionRow,
      add: (subscription) => draft.addSubscription(subscription, "resourceGraph"),
      ...scope,
    }),
    readTable(pass, {
      query: definitionsQuery,
      row: definitionParser,
      add: (definition) => void draft.addDefinition(definition),
      ...scope,
    }),
  ]);
  if (signal.aborted) return;

  ledger.forget(id);
  const named = (source: SourceName, noun: string, read: typeof shown) =>
    problemsOf(source, `${noun} of subscription ${name}`, read).map((problem) => ({ ...problem, subscription: id }));
  ledger.problem(
    ...named("assignments", "delegations", assignments),
    ...named("definitions", "offers", definitions),
    ...named("subscriptions", "records", shown),
  );
  const reads = [assignments, shown, definitions];
  const [loss] = reads.flatMap(({ losses }) => losses);
  const isWhole = !loss && reads.every(({ unreadable }) => unreadable === 0);
  const isSilent = isWhole && shown.kept + assignments.kept === 0;
  if (loss) draft.answers.say(id, answerOf(loss.error));
  else if (!isSilent)
    draft.answers.say(id, !isWhole ? "cut" : assignments.kept + definitions.kept > 0 ? "answered" : "empty");
  if (isWhole && shown.kept > 0) {
    draft.delegations.dropStale(({ scope: { subscription } }) => subscription === id);
    draft.definitions.dropStale(({ subscription }) => subscription === id);
  }
  const grow = (source: SourceName, by: number) => {
    if (by !== 0) ledger.grow(source, by, by);
  };
  grow("assignments", draft.delegations.size() - before.delegations);
  grow("definitions", draft.definitions.size() - before.definitions);
  // ARM's answer accounts for itself.
  if (isSilent) await askArm(pass, id, (await readApplications(pass, [id])).has(id));
  draft.joinDefinitions();
  draft.touch();
}
