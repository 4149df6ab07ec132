import type { ReactElement } from "react";

export const severityNames = {
  critical: "Critical",
  high: "High",
  medium: "Medium",
  low: "Low",
  info: "Info",
} as const;

type Severity = keyof typeof severityNames;

/**
 * A severity by its shape and letter; small, by its shape alone, with a count or a word next to it. A function, not a
 * component: a table draws dozens in every frame that scrolls.
 */
export const severityMark = (severity: Severity, isSmall = false): ReactElement =>
  (isSmall ? smallMarks : marks)[severity];

const markOf = (severity: Severity, isSmall: boolean) => (
  <i
    role="img"
    aria-label={severityNames[severity]}
    className={isSmall ? `sev sev-small sev-${severity}` : `sev sev-${severity}`}
  >
    {!isSmall && severityNames[severity][0]}
  </i>
);

const allMarks = (isSmall: boolean): Readonly<Record<Severity, ReactElement>> => ({
  critical: markOf("critical", isSmall),
  high: markOf("high", isSmall),
  medium: markOf("medium", isSmall),
  low: markOf("low", isSmall),
  info: markOf("info", isSmall),
});

// React passes over an element that it was given before.
const marks = allMarks(false);
const smallMarks = allMarks(true);
