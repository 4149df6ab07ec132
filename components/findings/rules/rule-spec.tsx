import { Unknown } from "@/components/ui/ago";
import { count } from "@/components/ui/count";
import { columnOf, type TableSpec } from "@/components/ui/data-table/column";
import { severityMark, severityNames } from "@/components/ui/severity-mark";
import type { RuleRow } from "@/lib/domain/findings/rows/rule-rows";
import { severities } from "@/lib/domain/findings/severity";
import { paths } from "@/lib/paths";
import { familyName } from "../finding-words";

const column = columnOf<RuleRow>();

export const severityText = ({ severity }: RuleRow): string => (severity ? severityNames[severity] : "Off");

/** What the policy says of it: "On", "Off", or the severity that it has in the place of its own. */
export const settingText = ({ setting }: RuleRow): string =>
  setting === "on" ? "On" : setting === "off" ? "Off" : `Set to ${severityNames[setting].toLowerCase()}`;

const notNow = (row: RuleRow) => (row.setting === "off" ? "The rule is off" : "Not judged yet");

export const ruleSpec: TableSpec<RuleRow> = {
  name: "rules",
  one: "rule",
  many: "rules",
  columns: [
    column({
      id: "title",
      header: "Rule",
      width: 320,
      grow: 3,
      text: ({ rule }) => rule.title,
      cell: ({ rule }) => (
        <a href={paths.rule(rule.id)} tabIndex={-1}>
          {rule.title}
        </a>
      ),
    }),
    column({
      id: "id",
      header: "Rule id",
      width: 120,
      isShort: true,
      isQuiet: true,
      text: ({ rule }) => rule.id,
      cell: ({ rule }) => <span className="font-mono text-sm">{rule.id}</span>,
    }),
    column({
      id: "severity",
      header: "Severity",
      width: 104,
      isShort: true,
      text: severityText,
      value: ({ severity, rule }) => `${severity ? severities.indexOf(severity) : 9} ${rule.id}`,
      facet: severityText,
      isGrouping: true,
      cell: ({ severity }) =>
        severity ? (
          <>
            {severityMark(severity)} {severityNames[severity]}
          </>
        ) : (
          <span className="text-ink-3">Off</span>
        ),
    }),
    column({
      id: "family",
      header: "Family",
      width: 150,
      isShort: true,
      isQuiet: true,
      text: ({ rule }) => familyName(rule.id),
      facet: ({ rule }) => familyName(rule.id),
      isGrouping: true,
      cell: ({ rule }) => familyName(rule.id),
    }),
    column({
      id: "findings",
      header: "Findings",
      width: 84,
      align: "end",
      isShort: true,
      text: ({ findings }) => String(findings ?? "?"),
      value: ({ findings }) => findings,
      exported: ({ findings }) => findings,
      cell: (row) => count(row.findings, notNow(row)),
    }),
    column({
      id: "answer",
      header: "Answers",
      width: 150,
      isShort: true,
      isQuiet: true,
      text: (row) => answerText(row),
      facet: (row) => answerText(row),
      cell: (row) =>
        row.findings === undefined ? (
          <Unknown what={notNow(row)} />
        ) : (
          <span className={row.answers === "some" ? "text-stale-text" : undefined}>{answerText(row)}</span>
        ),
    }),
    column({
      id: "policy",
      header: "Policy",
      width: 110,
      isShort: true,
      isQuiet: true,
      text: settingText,
      facet: settingText,
      cell: settingText,
    }),
  ],
  rowId: ({ rule }) => rule.id,
  rowLabel: ({ rule }) => rule.title,
  record: (row) => ({
    rule: row.rule.id,
    title: row.rule.title,
    severity: row.severity ?? null,
    policy: row.setting,
    findings: row.findings ?? null,
    judgesAll: judgesAll(row),
    why: row.rule.why,
    how: row.rule.how,
    fix: row.rule.fix,
    sources: row.rule.sources,
  }),
  sort: { id: "severity", descending: false },
  placeholder: "Filter by rule",
  compact: (row) => (
    <span className="grid w-full grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-px text-md">
      <span className="flex min-w-0 items-center gap-1.5 font-[580]">
        {row.severity && severityMark(row.severity)} <span className="truncate">{row.rule.title}</span>
      </span>
      <span className="text-right text-base">{count(row.findings, notNow(row))}</span>
      <span className="min-w-0 truncate text-sm text-ink-2">{familyName(row.rule.id)}</span>
      <span className="text-right font-mono text-sm text-ink-2">{row.rule.id}</span>
    </span>
  ),
};

const answerNames = { all: "Judges all", some: "Cannot judge all", nothing: "Nothing to judge" };

const answerText = (row: RuleRow): string => (row.answers ? answerNames[row.answers] : notNow(row));

/** null: nobody can tell. */
const judgesAll = ({ answers }: RuleRow): boolean | null =>
  answers === undefined || answers === "nothing" ? null : answers === "all";
