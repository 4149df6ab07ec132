import type { Context } from "./draw-cells";

const widths = new Map<string, string>();
const mostWidths = 20_000;

/** As much of a text as has room, measured once for each font. */
export function cut(context: Context, text: string, room: number): string {
  const key = `${context.font} ${Math.round(room)} ${text}`;
  let shown = widths.get(key);
  if (shown !== undefined) return shown;
  shown = text;
  if (context.measureText(text).width > room) {
    let [low, high] = [0, text.length];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (context.measureText(`${text.slice(0, middle)}…`).width <= room) low = middle;
      else high = middle - 1;
    }
    shown = `${text.slice(0, low)}…`;
  }
  if (widths.size > mostWidths) widths.clear();
  widths.set(key, shown);
  return shown;
}
