import { toCsv } from "@/lib/export/csv";
import { toSarif, type SarifPlace } from "@/lib/export/sarif";
import type { Io } from "../program/io";
import { safeJson, shown, tableText, toJsonText } from "../program/print";
import { version } from "../program/version";
import type { Blank, FindingRow, Judged } from "./judge";

/** What findings were worked out from: the file, if there was one, and of when. */
export type Origin = Readonly<{ file: string | undefined; collectedAt: number; isComplete: boolean }>;
export type Format = "table" | "json" | "csv" | "sarif";

/** Prints what was found; what could not be judged stands in JSON and SARIF, and beside the others on standard error. */
export function print(judged: Judged, format: Format, origin: Origin, io: Pick<Io, "out" | "note">): void {
  io.out(written[format](judged, origin));
  if (format === "table" || format === "csv")
    for (const blank of judged.cannotJudge) io.note(`not judged: ${blankWords(blank)}`);
}

const written: Readonly<Record<Format, (judged: Judged, origin: Origin) => string>> = {
  table: ({ findings }) =>
    tableText(
      ["SEVERITY", "RULE", "CUSTOMERS", "WHAT"],
      findings.map((row) => [row.severity, row.rule.id, customersIn(row), row.message]),
    ),

  json: ({ findings, cannotJudge }, { collectedAt }) =>
    toJsonText({
      asOf: new Date(collectedAt).toISOString(),
      findings: findings.map(({ rule, ...row }) => ({ rule: rule.id, title: rule.title, ...row })),
      cannotJudge: cannotJudge.map(({ rule, why, fix, about }) => ({ rule: rule?.id ?? null, why, fix, about })),
    }),

  csv: ({ findings }, { collectedAt, isComplete }) =>
    toCsv({
      name: "findings",
      heads: [
        "Severity",
        "Rule",
        "What",
        "Customers",
        "Principal",
        "Role",
        "Access",
        "Offers",
        "Scopes",
        "Fix",
        "Fingerprint",
      ],
      rows: findings.map((row) => [
        row.severity,
        row.rule.id,
        row.message,
        listed(row.customers.map(called), row.customerCount),
        row.principal ? called(row.principal) : "",
        row.role ? called(row.role) : "",
        row.access ?? "",
        row.offers.join("; "),
        listed(row.scopes, row.scopeCount),
        row.fix,
        row.fingerprint,
      ]),
      freshness: { asOf: new Date(collectedAt).toISOString(), coverage: "", isComplete },
    }),

  sarif: ({ rules, findings, cannotJudge }, { file }) =>
    safeJson(
      toSarif({
        version,
        rules,
        results: findings.map((row) => ({ ...row, places: placesOf(row, file) })),
        gaps: cannotJudge.map((blank) => ({ rule: blank.rule, message: blankWords(blank), places: [] })),
      }),
    ),
};

const called = ({ name, id }: Readonly<{ name: string | null; id: string }>) => name ?? id;

/** "Fabrikam, Litware and 3 more". */
function customersIn({ customers, customerCount }: FindingRow): string {
  const names = customers.map(called);
  return customerCount > 3 ? `${names.slice(0, 2).join(", ")} and ${customerCount - 2} more` : names.join(", ");
}

/** All names where all are there, and else how many more there are. */
const listed = (names: readonly string[], count: number): string =>
  [...names, ...(count > names.length ? [`and ${count - names.length} more`] : [])].join("; ");

const mostPlaces = 20;

/** Code scanning shows only what stands in a file, so the first place is the inventory's. */
function placesOf({ scopes }: FindingRow, file: string | undefined): SarifPlace[] {
  const [first, ...others] = scopes.slice(0, mostPlaces);
  const inFile = file === undefined ? undefined : { name: file, line: 1, column: 1 };
  return [{ file: inFile, name: first }, ...others.map((name) => ({ name }))].filter(
    (place) => place.name !== undefined || ("file" in place && place.file !== undefined),
  );
}

const mostIds = 5;

function blankWords({ rule, why, fix, about }: Blank): string {
  const ids = about.slice(0, mostIds).join(", ");
  const more = about.length > mostIds ? ` and ${about.length - mostIds} more` : "";
  return shown(`${rule?.id ?? "every rule"}: ${why} ${fix}${ids ? ` (${ids}${more})` : ""}`);
}
