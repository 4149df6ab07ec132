import { eligibilitiesOf } from "./eligibilities";
import { principalAndGroups } from "./membership";
import type { Activation, World } from "./world";

/** PIM leaves approvers so long. */
const approvalHours = 24;

/**
 * Brings activations up to the present; to be called before anything of the world is read. One ends with its time, and
 * as soon as what allowed it is gone: the delegation, or the membership of a group.
 */
export function settleActivations(world: World, now: Date): void {
  for (const [key, activation] of world.activations) {
    if (Date.parse(activation.endDateTime) <= now.getTime() || !isStillAllowed(world, activation)) {
      world.activations.delete(key);
      world.version++;
    } else if (activation.status === "Granted" && Date.parse(activation.startDateTime) <= now.getTime()) {
      begin(world, activation);
    }
  }
  for (const { properties } of world.activationRequests.values()) {
    const waits = properties.status === "PendingApproval";
    if (waits && Date.parse(properties.createdOn) + approvalHours * 3_600_000 <= now.getTime()) {
      properties.status = "TimedOut";
    }
  }
}

function begin(world: World, activation: Activation): void {
  activation.status = "Provisioned";
  for (const { name, properties } of world.activationRequests.values())
    if (name === activation.requestName) properties.status = "Provisioned";
  world.version++;
}

function isStillAllowed(world: World, { eligibility, principalId }: Activation): boolean {
  const found = eligibilitiesOf(world).get(eligibility);
  return found !== undefined && principalAndGroups(world, principalId).has(found.principalId.toLowerCase());
}
