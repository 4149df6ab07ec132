import type { SubscriptionId } from "./ids";
import type { ReadingCoverage } from "./reading-coverage";

/**
 * How many resources run as a managed identity, by subscription and by resource group in lower case. A subscription that is
 * missing was not read; one with an empty map has none.
 */
export type Identities = ReadonlyMap<SubscriptionId, ReadonlyMap<string, number>>;

export type IdentitiesReading = Readonly<{ identities: Identities; coverage: ReadingCoverage<"identities"> }>;
