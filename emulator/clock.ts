/** The emulator's clock: every date that an answer or a token carries comes from one. */
export type Clock = () => Date;

/** Starts at `start` and then runs as fast as the machine's own clock. */
export function clockFrom(start: Date): Clock {
  const ahead = start.getTime() - Date.now();
  return () => new Date(Date.now() + ahead);
}

export const toSeconds = (date: Date) => Math.floor(date.getTime() / 1000);
