import type { ProvisioningState } from "./definition";

const severity: Readonly<Record<ProvisioningState, number>> = {
  Succeeded: 0,
  Ready: 1,
  Created: 1,
  NotSpecified: 2,
  Accepted: 3,
  Creating: 3,
  Running: 3,
  Updating: 3,
  unknown: 4,
  Deleting: 5,
  Deleted: 6,
  Canceled: 7,
  Failed: 8,
};

/** The state that a person should hear about first; the first one wins where two are equally bad. */
export const worseState = (left: ProvisioningState, right: ProvisioningState): ProvisioningState =>
  severity[right] > severity[left] ? right : left;
