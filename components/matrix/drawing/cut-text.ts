import type { Context } from "./draw-cells";

const shown = new Map<string, string>();
const most = 20_000;

/**
 * As much of a text as has room, measured once.
 * @param look names the font that the context has: asking the context for it is slow
 */
export function cut(context: Context, text: string, room: number, look: string): string {
  const key = `${look} ${Math.round(room)} ${text}`;
  let found = shown.get(key);
  if (found !== undefined) return found;
  found = text;
  const whole = context.measureText(text).width;
  if (whole > room) {
    // Letters are about equally wide: the guess is seldom far off.
    let length = Math.floor((text.length * room) / whole);
    while (length > 0 && context.measureText(`${text.slice(0, length)}…`).width > room) length--;
    found = `${text.slice(0, length)}…`;
  }
  if (shown.size > most) shown.clear();
  shown.set(key, found);
  return found;
}
