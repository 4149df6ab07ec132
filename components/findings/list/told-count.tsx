import { Unknown } from "@/components/ui/ago";
import type { Untold } from "@/components/ui/severity-cells";
import type { SeverityCounts } from "@/lib/domain/findings/rows/severity-counts";
import type { Severity } from "@/lib/domain/findings/severity";
import { formatCount } from "@/lib/format";

/** How many findings of a severity there are; none is "?" where nobody can tell. */
export const toldCount = (counts: SeverityCounts, severity: Severity, untold: Untold) =>
  counts[severity] === 0 && untold.has(severity) ? <Unknown what={untoldWords} /> : formatCount(counts[severity]);

export const untoldWords = "whether there are any cannot be told";
