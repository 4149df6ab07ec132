/** Worst first. */
export const severities = ["critical", "high", "medium", "low", "info"] as const;
export type Severity = (typeof severities)[number];

/** 4 for critical, 0 for info. */
export const severityRank = (severity: Severity): number => severities.length - 1 - severities.indexOf(severity);

export const isAtLeast = (severity: Severity, least: Severity): boolean =>
  severityRank(severity) >= severityRank(least);
