import { toDelegation } from "@/lib/azure/managed-services/to-domain";
import { MalformedRecord, type Malformed } from "@/lib/azure/wire";
import type { SubscriptionAnswer } from "@/lib/domain/coverage";
import type { SubscriptionId } from "@/lib/domain/ids";
import { later } from "./later";
import { answerOf } from "./loss";
import type { Pass } from "./pass";
import { asAzureError, problem, problemOf } from "./problem";

/** So many subscriptions are asked one by one; the others are named together. */
const mostAsked = 100;

/**
 * ARM lists these subscriptions and Resource Graph has no row of them: the person may not read them, or Resource Graph
 * has not heard of them yet. ARM is asked for each, to tell the one from the other.
 */
export async function readSilentSubscriptions(pass: Pass): Promise<void> {
  const silent = pass.draft.answers.silent();
  const asked = silent.slice(0, mostAsked);
  await Promise.all(asked.map((id) => askArm(pass, id)));
  const rest = silent.length - asked.length;
  if (rest > 0 && !pass.signal.aborted) pass.ledger.problem(unasked(rest));
}

async function askArm(pass: Pass, id: SubscriptionId): Promise<void> {
  const { azure, draft, ledger, signal, changed } = pass;
  const owner = draft.subscriptions.get(id)?.tenant;
  const say = (answer: SubscriptionAnswer) => {
    draft.answers.say(id, answer);
    draft.touch();
    changed();
  };
  try {
    let found = 0;
    const { createManagedServicesClient } = await later("arm", () => import("@/lib/azure/managed-services/client"));
    const { list } = createManagedServicesClient(azure.arm).registrationAssignments;
    for await (const wire of list(`/subscriptions/${id}`, {
      expandRegistrationDefinition: true,
      abortSignal: signal,
    })) {
      const report = ({ path, message }: Malformed) => ledger.problem(malformedPart(wire.id, `${path} ${message}.`));
      draft.addDelegation(toDelegation(wire, wire, report, owner));
      found += 1;
    }
    ledger.grow("assignments", found, found);
    say(found > 0 ? "answered" : "empty");
  } catch (error) {
    if (signal.aborted) return say("waiting");
    if (error instanceof MalformedRecord) return say("cut");
    const failure = asAzureError(error);
    const isHidden = failure.kind === "refused" || failure.kind === "notFound";
    const name = draft.subscriptions.get(id)?.name ?? id;
    const found = problemOf(failure, { source: "subscriptions", what: `Subscription ${name}`, subscription: id });
    ledger.problem(isHidden ? { ...found, kind: "refused", fix: askForReader } : found);
    say(isHidden ? "refused" : answerOf(failure));
  }
}

const askForReader =
  "Ask the customer for the role Reader on the subscription. One that only a managed application or a partner service shares with you stays closed.";

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
