import { once } from "@/lib/domain/once";

const ofDay: Intl.DateTimeFormatOptions = { day: "numeric", month: "short", year: "numeric" };
const ofClock: Intl.DateTimeFormatOptions = { hour: "2-digit", minute: "2-digit" };
const ofMoment: Intl.DateTimeFormatOptions = { ...ofDay, ...ofClock, timeZoneName: "short" };

/** Each is made when it is first needed: making one takes as long as drawing many rows. */
const formatsOf = (locale: string | undefined) => {
  const times = (options: Intl.DateTimeFormatOptions) => once(() => new Intl.DateTimeFormat(locale, options));
  return {
    /** The small numbers that were written so far: a formatter takes longer for one than a row of a table to be drawn. */
    small: new Map<number, string>(),
    number: once(() => new Intl.NumberFormat(locale)),
    share: once(() => new Intl.NumberFormat(locale, { style: "percent" })),
    date: times(ofDay),
    clock: times(ofClock),
    clockWithSeconds: times({ ...ofClock, second: "2-digit" }),
    dayClock: times({ ...ofClock, weekday: "short", day: "numeric", month: "short" }),
    moment: times(ofMoment),
    utc: times({ ...ofMoment, timeZone: "UTC" }),
  };
};

let formats = formatsOf("en-GB");

/** From now on numbers and dates are written as in `locale`, undefined being the browser's; words stay English. */
export function formatIn(locale: string | undefined): void {
  formats = formatsOf(locale);
}

/** 1,207 */
export function formatCount(count: number): string {
  const { small, number } = formats;
  if (!Number.isInteger(count) || count < 0 || count > 999) return number().format(count);
  let text = small.get(count);
  if (text === undefined) small.set(count, (text = number().format(count)));
  return text;
}

/** "79%" for 0.79 */
export const formatShare = (share: number): string => formats.share().format(share);

/** "1 customer", "1,207 customers" */
export const formatCounted = (count: number, singular: string, plural = `${singular}s`): string =>
  `${formatCount(count)} ${count === 1 ? singular : plural}`;

/** "1 customer", "1207 customers": the same everywhere, for files and tickets */
export const plainCounted = (count: number, singular: string, plural = `${singular}s`): string =>
  `${count} ${count === 1 ? singular : plural}`;

/** The ends of an id, which people compare: aa364e00…6125 */
export const formatShortId = (id: string): string => (id.length > 16 ? `${id.slice(0, 8)}…${id.slice(-4)}` : id);

export const formatDate = (at: number): string => formats.date().format(at);
export const formatClock = (at: number): string => formats.clock().format(at);
/** "18:42", and "Tue 17 Nov, 18:42" where that is not today. */
export const formatDayClock = (at: number, now: number): string =>
  (formatDate(at) === formatDate(now) ? formats.clock : formats.dayClock)().format(at);
export const formatClockWithSeconds = (at: number): string => formats.clockWithSeconds().format(at);
/** 14 Mar 2026, 14:02 CET */
export const formatMoment = (at: number): string => formats.moment().format(at);

/** The moment in the person's zone and in UTC, which is what Azure's logs are in. */
export function formatMomentWithUtc(at: number): string {
  const [here, utc] = [formats.moment().format(at), formats.utc().format(at)];
  return here === utc ? utc : `${here} · ${utc}`;
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** "12 min ago", "3 h ago", "Yesterday", "19 d ago", "5 mo ago"; a time to come reads "in 3 h". */
export function formatAgo(at: number, now: number): string {
  const passed = Math.abs(now - at);
  if (passed < minute) return "just now";
  const said = spanWords(passed);
  if (at > now) return `in ${said}`;
  return said === "1 d" ? "Yesterday" : `${said} ago`;
}

function spanWords(span: number): string {
  if (span < hour) return `${Math.floor(span / minute)} min`;
  if (span < day) return `${Math.floor(span / hour)} h`;
  const days = Math.floor(span / day);
  if (days < 31) return `${days} d`;
  const months = Math.floor(days / 30.44);
  return months < 24 ? `${months} mo` : `${Math.floor(days / 365.25)} y`;
}

/** "8 s", "1 min 20 s": what is left to wait. */
export function formatWait(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

const joiner = /[\u200c\u200d]/;
// Controls, and what turns, hides or splits the text around it.
const unseen =
  /[\0-\x1f\x7f-\x9f\xad\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb]/g;
const joined = /[\p{L}\p{M}\p{Extended_Pictographic}\ufe0f]/u;

/**
 * Text that others chose, with what a person cannot see made visible: ␀ for control characters, ⟨202E⟩ for marks that turn
 * or hide text. Joiners stay where they join letters or emoji. Longer text than `limit` ends in "…".
 */
export function formatForeign(text: string, limit = 300): string {
  const shown = text.length > limit ? `${text.slice(0, limit).replace(/[\ud800-\udbff]$/, "")}…` : text;
  return shown.replace(unseen, (character, at: number) => {
    const code = character.charCodeAt(0);
    if (
      joiner.test(character) &&
      joined.test(shown.slice(Math.max(0, at - 2), at)) &&
      joined.test(shown.slice(at + 1, at + 3))
    )
      return character;
    if (code < 0x20) return String.fromCharCode(0x2400 + code);
    return code === 0x7f ? "␡" : `⟨${code.toString(16).toUpperCase().padStart(4, "0")}⟩`;
  });
}

/** JSON for people: what cannot be seen is written as an escape, so that the text is what it looks like. */
export const formatJson = (value: unknown): string =>
  (JSON.stringify(value, null, 2) ?? "").replace(unseen, (character) =>
    character === "\n" ? character : `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
