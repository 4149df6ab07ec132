const iso = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.\d+)?S)?)?$/i;

/** Whole minutes of an ISO 8601 duration in days, hours, minutes and seconds; undefined for anything else. */
export function minutesOf(duration: string): number | undefined {
  const match = iso.exec(duration.trim());
  if (!match || !/\d/.test(duration)) return undefined;
  const [days, hours, minutes, seconds] = match.slice(1).map((part) => Number(part ?? 0));
  return (days ?? 0) * 1440 + (hours ?? 0) * 60 + (minutes ?? 0) + Math.floor((seconds ?? 0) / 60);
}

/** "4 h", "1 h 30 min", "30 min"; what is no duration is shown as Azure sent it. */
export function durationWords(duration: string): string {
  const total = minutesOf(duration);
  if (total === undefined) return duration;
  const hours = Math.floor(total / 60);
  const minutes = total % 60;
  if (hours === 0) return `${minutes} min`;
  return minutes === 0 ? `${hours} h` : `${hours} h ${minutes} min`;
}

/** Minutes as ISO 8601, the way Azure writes them: "PT1H30M". */
export function durationText(total: number): string {
  const [hours, minutes] = [Math.floor(total / 60), total % 60];
  return `PT${hours > 0 ? `${hours}H` : ""}${minutes > 0 || hours === 0 ? `${minutes}M` : ""}`;
}
