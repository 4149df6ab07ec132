import type { FileFormat } from "@/components/ui/data-table/export-rows";
import { blindWords } from "@/lib/domain/findings/blind";
import type { FindingRow } from "@/lib/domain/findings/rows/finding-rows";
import { subjectKey } from "@/lib/domain/findings/subject";
import { formatForeign } from "@/lib/format";
import type { Findings } from "@/lib/queries/findings";
import { accessNames, customersText, principalText, roleText } from "../finding-words";

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
        message: messageOf(row),
        fingerprint: row.id,
        places: [{ name: placeOf(row) }],
      })),
      gaps: unjudged.map(({ rule, because, about }) => {
        const { why, fix } = blindWords(because);
        return { rule, message: `${why} ${fix}`, places: Array.from(about, (name) => ({ name })) };
      }),
    });
  },
});

const messageOf = (row: FindingRow): string =>
  [row.finding.rule.title, customersText(row), principalText(row), roleText(row), row.access && accessNames[row.access]]
    .filter(Boolean)
    .map((text) => formatForeign(String(text)))
    .join("; ");

/** The resource that somebody has to change; where it is none, what names the subject in every reading. */
function placeOf({ finding: { subject } }: FindingRow): string {
  if (subject.kind === "authorization" || subject.kind === "definition") return subject.definition.id;
  return subject.kind === "delegation" ? subject.delegation.id : subjectKey(subject);
}
