import { toDelegation } from "@/lib/azure/managed-services/to-domain";
import { MalformedRecord, type Malformed } from "@/lib/azure/wire";
import type { SubscriptionAnswer } from "@/lib/domain/coverage";
import type { SubscriptionId } from "@/lib/domain/ids";
import { later } from "./later";
import { answerOf } from "./loss";
import type { Pass } from "./pass";
import { asAzureError, problem, problemOf } from "./problem";
import { readApplications } from "./read-applications";

/** So many subscriptions are asked one by one; the others are named together. */
const mostAsked = 100;

/**
 * ARM lists these subscriptions and Resource Graph has no row of them: the person may not read them, or Resource Graph
 * has not heard of them yet. ARM is asked for each, to tell the one from the other. Its list for a subscription need not
 * hold the delegations of single resource groups, so that it speaks for those only if it names one.
 */
export async function readSilentSubscriptions(pass: Pass): Promise<void> {
  const silent = pass.draft.answers.silent();
  const asked = silent.slice(0, mostAsked);
  const applications = await readApplications(pass, asked);
  await Promise.all(asked.map((id) => askArm(pass, id, applications.has(id))));
  const rest = silent.length - asked.length;
  if (rest > 0 && !pass.signal.aborted) pass.ledger.problem(unasked(rest));
}

/**
 * Asks ARM for the delegations of one subscription, and says what its answer means. `hasApplications`: that managed
 * applications are all that shows in it, which is why ARM lists it.
 */
export async function askArm(pass: Pass, id: SubscriptionId, hasApplications: boolean): Promise<void> {
  const { azure, draft, ledger, signal, changed } = pass;
  const owner = draft.subscriptions.get(id)?.tenant;
  const say = (answer: SubscriptionAnswer) => {
    draft.answers.say(id, answer);
    draft.touch();
    changed();
  };
  try {
    let found = 0;
    let coversGroups = false;
    const { createManagedServicesClient } = await later("arm", () => import("@/lib/azure/managed-services/client"));
    const { list } = createManagedServicesClient(azure.arm).registrationAssignments;
    for await (const wire of list(`/subscriptions/${id}`, {
      expandRegistrationDefinition: true,
      abortSignal: signal,
    })) {
      const report = ({ path, message }: Malformed) => ledger.problem(malformedPart(wire.id, `${path} ${message}.`));
      const delegation = toDelegation(wire, wire, report, owner);
      draft.addDelegation(delegation);
      coversGroups ||= delegation.scope.kind === "resourceGroup";
      found += 1;
    }
    ledger.grow("assignments", found, found);
    if (!coversGroups) ledger.problem(groupsNotShown(nameOf(pass, id), id, found > 0));
    say(coversGroups ? "answered" : "wholeOnly");
  } catch (error) {
    if (signal.aborted) return say("waiting");
    if (error instanceof MalformedRecord) return say("cut");
    const failure = asAzureError(error);
    const isHidden = failure.kind === "refused" || failure.kind === "notFound";
    const what = `Subscription ${nameOf(pass, id)}`;
    if (isHidden && hasApplications) {
      ledger.note({ source: "subscriptions", what, why: ofApplications });
      return say("empty");
    }
    const found = problemOf(failure, { source: "subscriptions", what, subscription: id });
    ledger.problem(isHidden ? { ...found, kind: "refused", fix: askForReader } : found);
    say(isHidden ? "refused" : answerOf(failure));
  }
}

const nameOf = ({ draft }: Pass, id: SubscriptionId): string => draft.subscriptions.get(id)?.name ?? id;

const groupsNotShown = (name: string, subscription: SubscriptionId, isDelegated: boolean) =>
  problem({
    source: "subscriptions",
    kind: "missing",
    what: `Resource groups of subscription ${name}`,
    why: `Azure Resource Graph does not show the subscription. Azure Resource Manager ${
      isDelegated ? "names the delegations of the subscription as a whole" : "names no delegation of it as a whole"
    }; whether single resource groups are delegated cannot be seen.`,
    fix: "Read again in 15 minutes: Resource Graph may not know the subscription yet.",
    subscription,
  });

const askForReader =
  "Ask the customer for the role Reader on the subscription. One that only a partner service shares with you stays closed.";

const ofApplications =
  "Only resource groups of managed applications show in it, which is why Azure lists it: it counts as no customer. A delegation that you may not read would not show either.";

const malformedPart = (delegation: string, why: string) =>
  problem({ source: "assignments", kind: "malformed", what: `Part of the delegation ${delegation}`, why });

const unasked = (count: number) =>
  problem({
    source: "subscriptions",
    kind: "refused",
    what: `${count} more subscriptions`,
    why: "Azure lists them, and Azure Resource Graph shows nothing of them.",
    fix: askForReader,
  });
