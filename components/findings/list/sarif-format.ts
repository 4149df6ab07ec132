import type { FileFormat } from "@/components/ui/data-table/export-rows";
import { blindWords } from "@/lib/domain/findings/blind";
import type { Assessment } from "@/lib/domain/findings/engine/assessment";
import { messageOf as messageIn } from "@/lib/domain/findings/evidence/message";
import { withReasons } from "@/lib/domain/findings/reasons";
import type { FindingRow } from "@/lib/domain/findings/rows/finding-rows";
import { subjectKey } from "@/lib/domain/findings/subject";
import { scopePath } from "@/lib/domain/scope";
import { formatForeign } from "@/lib/format";
import type { Findings } from "@/lib/queries/findings";

/** Findings as code scanning services read them, with what could not be judged. */
export const sarifOf = ({ assessment, unjudged }: Findings): FileFormat<FindingRow> => ({
  label: "SARIF",
  extension: "sarif",
  type: "application/sarif+json",
  async write(rows) {
    const [{ toSarif }, { version }] = await Promise.all([import("@/lib/export/sarif"), import("@/package.json")]);
    return toSarif({
      version,
      rules: assessment.rules.map(({ rule }) => rule),
      results: rows.map((row) => ({
        rule: row.finding.rule,
        severity: row.severity,
        message: messageOf(row, assessment),
        fingerprint: row.id,
        places: placesOf(row).map((name) => ({ name })),
      })),
      gaps: unjudged.map(({ rule, because, about }) => {
        const { why, fix } = blindWords(because);
        return { rule, message: `${why} ${fix}`, places: Array.from(about, (name) => ({ name })) };
      }),
    });
  },
});

/** What the command line says of it, so that a service that is sent both has one alert. */
const messageOf = ({ finding }: FindingRow, assessment: Assessment): string =>
  formatForeign(withReasons(messageIn(finding, assessment), finding, assessment), longest);

const longest = 2000;
const mostPlaces = 20;

/** The scopes in which it takes effect; where there are none, what names the subject in every reading. */
function placesOf({ delegations, finding: { subject } }: FindingRow): string[] {
  const scopes = [...new Set(delegations.map(({ scope }) => scopePath(scope)))];
  return scopes.length > 0 ? scopes.slice(0, mostPlaces) : [subjectKey(subject)];
}
