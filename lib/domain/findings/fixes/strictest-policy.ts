import type { EligibleAuthorization } from "@/lib/domain/definition";
import { durationText, minutesOf } from "@/lib/domain/duration";
import type { RoleId } from "@/lib/domain/ids";
import type { Assessment } from "../engine/assessment";
import { goneAs } from "../questions/gone-as";

export type Policy = EligibleAuthorization["policy"];
export type Approvers = Policy["approvers"];
type Lines = readonly EligibleAuthorization[];

/** Azure takes no more. */
export const mostApprovers = 10;

/**
 * Gives all eligible lines of a role one policy, since Azure refuses an offer in which they differ: MFA, the shortest
 * duration that any of them states, and everybody who approves for any of them.
 */
export const aligned = (lines: Lines, role: RoleId, assessment: Assessment): Lines =>
  withPolicy(lines, role, strictestOf(lines, role, assessment));

export const withPolicy = (lines: Lines, role: RoleId, policy: Policy): Lines =>
  lines.map((line) => (line.role === role ? { ...line, policy } : line));

/** `most`: how long it may be at the longest, where the lines do not decide that alone. */
export function strictestOf(lines: Lines, role: RoleId, assessment: Assessment, most?: string): Policy {
  const own = lines.filter((line) => line.role === role);
  return {
    stated: true,
    mfa: true,
    longest: shortest([...own.map(({ policy }) => policy.longest), ...(most === undefined ? [] : [most])], assessment),
    approvers: approversOf(own, assessment),
  };
}

/** Each of them once, without who is gone. */
export const livingAmong = (approvers: Approvers, assessment: Assessment): Approvers =>
  approvers.filter(
    ({ principal }, at) =>
      approvers.findIndex((one) => one.principal === principal) === at && !goneAs(principal, assessment),
  );

/** Nobody approves for themself: whoever holds the role is left out, unless nobody else is there. */
function approversOf(lines: Lines, assessment: Assessment): Approvers {
  const living = livingAmong(
    lines.flatMap(({ policy }) => policy.approvers),
    assessment,
  );
  const others = living.filter(({ principal }) => lines.every((line) => line.principal !== principal));
  return (others.length > 0 ? others : living).slice(0, mostApprovers);
}

/** Half hours from PT30M to PT8H are all that Azure takes: what is none is cut down to one. */
function shortest(durations: readonly string[], { policy }: Assessment): string {
  const stated = durations.flatMap((text) => {
    const minutes = minutesOf(text);
    return minutes === undefined ? [] : { text, minutes, cut: Math.min(480, Math.max(30, minutes - (minutes % 30))) };
  });
  const [first, ...others] = stated;
  if (!first) return policy.thresholds.privilegedActivation;
  const least = others.reduce((one, other) => (other.cut < one.cut ? other : one), first);
  return least.cut === least.minutes ? least.text : durationText(least.cut);
}
