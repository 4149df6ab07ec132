import type { SubscriptionAnswer } from "@/lib/domain/coverage";
import type { SubscriptionId } from "@/lib/domain/ids";

/** What this pass learnt about single subscriptions. */
export type Answers = ReturnType<typeof createAnswers>;

/** From one subscription to another in the order of their ids, both included; an open end where a side is not known. */
export type Range = Readonly<{ from: SubscriptionId | undefined; to: SubscriptionId | undefined }>;

type Gap = Range & Readonly<{ answer: SubscriptionAnswer }>;

const isWithin = (id: SubscriptionId, { from, to }: Range): boolean =>
  (from === undefined || id >= from) && (to === undefined || id <= to);

/**
 * Resource Graph leaves out what it may not show without a word. So a subscription counts as answered only if a row
 * spoke of it; one that ARM lists and no row speaks of was not shown to us.
 */
export function createAnswers(earlier: ReadonlyMap<SubscriptionId, SubscriptionAnswer> = new Map()) {
  const named = new Set<SubscriptionId>();
  const spoken = new Set<SubscriptionId>();
  const filled = new Set<SubscriptionId>();
  const said = new Map<SubscriptionId, SubscriptionAnswer>();
  const gaps: Gap[] = [];

  const answer = (id: SubscriptionId, silent: SubscriptionAnswer): SubscriptionAnswer => {
    const told = said.get(id);
    if (told) return told;
    const gap = gaps.find((range) => isWithin(id, range));
    if (gap) return gap.answer;
    if (filled.has(id)) return "answered";
    return spoken.has(id) ? "empty" : silent;
  };

  return {
    /** Some source knows of it. */
    name: (id: SubscriptionId) => void named.add(id),
    /** Resource Graph has a row for the subscription itself. */
    speak(id: SubscriptionId) {
      named.add(id);
      spoken.add(id);
    },
    /** Something of Lighthouse's was found in it. */
    fill(id: SubscriptionId) {
      named.add(id);
      filled.add(id);
    },
    /** Overrides what rows say. */
    say: (id: SubscriptionId, answer: SubscriptionAnswer) => void said.set(id, answer),
    /** Rows of the subscriptions in this range were lost. */
    gap: (gap: Gap) => void gaps.push(gap),

    silent: (): SubscriptionId[] => [...named].filter((id) => !spoken.has(id) && !filled.has(id) && !said.has(id)),

    /** `silence` says what it means that no row speaks of a subscription; undefined while rows may still come. */
    snapshot(silence: SubscriptionAnswer | undefined): ReadonlyMap<SubscriptionId, SubscriptionAnswer> {
      const answers = new Map<SubscriptionId, SubscriptionAnswer>(silence ? [] : earlier);
      for (const id of named) {
        const before = earlier.get(id) ?? "waiting";
        const now = answer(id, silence ?? before);
        // Rows of it may still come.
        answers.set(id, !silence && now === "empty" && !said.has(id) ? before : now);
      }
      return answers;
    },
  };
}
