import { isSpokenFor, type Coverage } from "@/lib/domain/coverage";
import type { Scope } from "@/lib/domain/scope";

/** Whether an inventory without a delegation on this scope means that there was none. */
export function speaksFor({ subscriptions, sources, finishedAt }: Coverage, scope: Scope): boolean {
  if (finishedAt === undefined) return false;
  const answer = subscriptions.get(scope.subscription);
  if (isSpokenFor(answer)) return true;
  // Nobody told of the resource groups in it.
  if (answer === "wholeOnly") return scope.kind === "subscription";
  // Once nothing is delegated any more Azure does not list the subscription at all.
  return answer === undefined && sources.assignments.state === "complete" && sources.subscriptions.state === "complete";
}
