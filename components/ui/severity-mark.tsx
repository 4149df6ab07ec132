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
export const severityMark = (severity: Severity, isSmall = false) => (
  <i
    role="img"
    aria-label={severityNames[severity]}
    className={isSmall ? `sev sev-small sev-${severity}` : `sev sev-${severity}`}
  >
    {!isSmall && severityNames[severity][0]}
  </i>
);
