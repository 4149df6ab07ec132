import type { EligibleAuthorization } from "@/lib/domain/definition";
import { minutesOf } from "@/lib/domain/duration";

export type Weakness = "mfa" | "approvers" | "duration";

/** What a just-in-time policy lacks to be worth its name: MFA, somebody who approves, a limit no longer than this. */
export function weaknessesOf({ mfa, approvers, longest }: EligibleAuthorization["policy"], limit: string): Weakness[] {
  const minutes = minutesOf(longest);
  const isShort = minutes !== undefined && minutes <= (minutesOf(limit) ?? 0);
  return [
    ...(mfa ? [] : ["mfa" as const]),
    ...(approvers.length > 0 ? [] : ["approvers" as const]),
    ...(isShort ? [] : ["duration" as const]),
  ];
}
