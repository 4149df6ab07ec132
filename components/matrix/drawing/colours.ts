import { plainCanvas } from "./plain-canvas";

/** What the plot is drawn with, in the theme's own colours. */
export type Colours = Readonly<{
  /** By privilege; the first is unused. */
  privilege: readonly string[];
  onPrivilege: string;
  surface: string;
  ink: string;
  quiet: string;
  meta: string;
  off: string;
  line: string;
  line2: string;
  wash: string;
  focus: string;
  doubt: string;
  font: string;
}>;

export function coloursOf(element: Element): Colours {
  const style = getComputedStyle(element);
  const of = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return {
    privilege: ["", ...[1, 2, 3, 4, 5].map((level) => of(`priv-${level}`))],
    onPrivilege: of("priv-on"),
    surface: of("surface"),
    ink: of("ink"),
    quiet: of("ink-2"),
    meta: of("ink-3"),
    off: of("ink-off"),
    line: of("line"),
    line2: of("line-2"),
    wash: of("beam-wash"),
    focus: of("focus"),
    doubt: of("stale-text"),
    font: style.fontFamily,
  };
}

/** A colour as red, green, blue and opacity, however it is written. */
export function channelsOf(colour: string): Uint8ClampedArray {
  const { context } = plainCanvas(1, 1);
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  return context.getImageData(0, 0, 1, 1).data;
}
