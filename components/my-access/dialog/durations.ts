import { durationWords, minutesOf } from "@/lib/domain/duration";
import type { MyPolicy } from "@/lib/domain/my-access/my-grant";

const usual = ["PT30M", "PT1H", "PT2H", "PT4H", "PT8H"];
const shortest = 5;

/** The times to choose from: the usual ones that the policy allows, and the longest that it does. */
export function durationsFor(policy: MyPolicy | undefined): readonly string[] {
  const longest = policy?.longest.at(-1);
  const most = longest === undefined ? undefined : minutesOf(longest);
  if (longest === undefined || most === undefined || most < shortest) return usual;
  const fitting = usual.filter((duration) => minutesOf(duration)! <= most);
  return fitting.some((duration) => minutesOf(duration) === most) ? fitting : [...fitting, longest];
}

/** An hour where that is allowed, else the longest. */
export const firstDuration = (durations: readonly string[]): string =>
  durations.find((duration) => minutesOf(duration) === 60) ?? durations.at(-1) ?? "PT1H";

export const durationOptions = (durations: readonly string[]) =>
  durations.map((value) => ({ value, label: durationWords(value) }));
