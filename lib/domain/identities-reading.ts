import type { SubscriptionId } from "./ids";
import type { ReadingCoverage } from "./reading-coverage";

/**
 * How many resources run as a managed identity, by subscription and by resource group in lower case. A subscription that is
 * missing was not asked; one with an empty map has none, as far as the answer is whole.
 */
export type Identities = Readonly<{
  resources: ReadonlyMap<SubscriptionId, ReadonlyMap<string, number>>;
  /** Otherwise there may be more of them, in any subscription. */
  isWhole: boolean;
}>;

export type IdentitiesReading = Readonly<{ identities: Identities; coverage: ReadingCoverage<"identities"> }>;
