import { freshnessOf } from "@/components/coverage/words";
import { blindWords } from "@/lib/domain/findings/blind";
import type { Freshness } from "@/lib/export/sheet";
import type { Findings } from "@/lib/queries/findings";

/** What an export says of how much it knows, and what could not be judged. */
export function freshnessOfFindings({ of, unjudged }: Findings, isSettled: boolean): Freshness {
  const ground = freshnessOf(of.inventory.coverage);
  const blanks = unjudged.map(
    ({ rule, because }) => `${rule?.id ?? "All rules"} cannot judge all: ${blindWords(because).why}`,
  );
  return {
    asOf: ground.asOf,
    coverage: [ground.coverage, ...blanks].join("; "),
    isComplete: ground.isComplete && isSettled && unjudged.length === 0,
  };
}
