import { classNames } from "./class-names";

const names = ["Read", "Operate", "Write", "Keys", "Control"] as const;
// The two lightest cannot be told from ticks that are off: they are for areas, as in the lens.
const fills = ["bg-priv-3", "bg-priv-3", "bg-priv-3", "bg-priv-4", "bg-priv-5"] as const;
const ticks = [0, 1, 2, 3, 4] as const;

/** "Keys" for 4. A level that nobody knows is said to be unknown, never shown as none. */
export const privilegeName = (level: number | undefined): string =>
  (level === undefined ? undefined : names[level - 1]) ?? "Unknown";

/**
 * How far a role reaches, as five ticks. It is no severity, and has no colour of one. A function, not a component: tables
 * draw dozens in every frame that scrolls.
 */
export const privilegeMark = (level: number | undefined) => (
  <span
    role="img"
    aria-label={level === undefined ? "Privilege unknown" : `Privilege ${level} of 5, ${privilegeName(level)}`}
    className="mr-1.5 inline-flex gap-px align-[-1px] forced-colors:border"
  >
    {level === undefined ? (
      <span className="w-[24px] text-center leading-none text-ink-3">?</span>
    ) : (
      ticks.map((tick) => (
        <span
          key={tick}
          className={classNames(
            "h-2.5 w-1 rounded-[1px] forced-colors:bg-[CanvasText]",
            tick < level ? fills[level - 1] : "bg-priv-off forced-colors:invisible",
          )}
        />
      ))
    )}
  </span>
);
