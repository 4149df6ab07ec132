import { digestOf } from "@/lib/domain/findings/digest";
import { fingerprintOf } from "@/lib/domain/findings/finding";
import type { Rule } from "@/lib/domain/findings/rule";
import { jsonPath, placeOf } from "@/lib/domain/json/node";
import type { CheckedTemplate } from "@/lib/domain/template/check/check-template";
import { templateRules } from "@/lib/domain/template/check/template-rules";
import type { Place } from "@/lib/domain/template/language/value";
import { toSarif } from "@/lib/export/sarif";
import type { Io } from "../program/io";
import { safeJson, shown, tableText, toJsonText } from "../program/print";
import { version } from "../program/version";

type TextFile = Readonly<{ name: string; text: string }>;
export type Files = Readonly<{ template: TextFile; parameters: TextFile | undefined }>;

/** Prints what was found; of a table, what could not be judged goes to standard error. */
export function print(checked: CheckedTemplate, format: string | undefined, files: Files, io: Io): void {
  const { findings, cannotJudge } = checked;
  const placed = ({ file, path, at }: Place) => {
    const { name, text } = file === "parameters" && files.parameters ? files.parameters : files.template;
    return { file: name, ...placeOf(text, at), path: jsonPath(path) };
  };
  if (format === "json") {
    const spot = (place: Place, message: string) => {
      const { file, line, path } = placed(place);
      return { path, message, file, line };
    };
    io.out(
      toJsonText({
        findings: findings.map(({ finding, place, message }) => ({
          rule: finding.rule.id,
          severity: finding.severity,
          ...spot(place, message),
        })),
        cannotJudge: cannotJudge.map(({ rule, place, message }) => ({
          rule: rule?.id ?? null,
          ...spot(place, message),
        })),
      }),
    );
    return;
  }
  if (format === "sarif") {
    const places = (place: Place) => {
      const { file, line, column, path } = placed(place);
      return [{ file: { name: file, line, column }, name: path }];
    };
    const counts = new Map<string, number>();
    const results = findings.map(({ finding, place, message }) => {
      const key = `${placed(place).file} ${fingerprintOf(finding)}`;
      const number = counts.get(key) ?? 0;
      counts.set(key, number + 1);
      // Of lines, their number would change with every line that is written above them.
      const fingerprint = digestOf(`${key} ${number}`);
      return { rule: finding.rule, severity: finding.severity, message, fingerprint, places: places(place) };
    });
    const gaps = cannotJudge.map(({ rule, place, message }) => ({ rule, message, places: places(place) }));
    io.out(safeJson(toSarif({ version, rules: templateRules, results, gaps })));
    return;
  }
  io.out(
    tableText(
      ["SEVERITY", "RULE", "WHERE", "WHAT"],
      findings.map(({ finding, place, message }) => {
        const { file, line } = placed(place);
        return [finding.severity, finding.rule.id, `${file}:${line}`, message];
      }),
    ),
  );
  noteBlanks(checked, (place) => `${placed(place).file}:${placed(place).line}`, io);
}

/** What cannot be judged, each reason once with the rules that it concerns. */
function noteBlanks({ cannotJudge }: CheckedTemplate, where: (place: Place) => string, io: Pick<Io, "note">): void {
  const reasons = new Map<string, { place: Place; rules: Set<Rule> }>();
  for (const { rule, place, message } of cannotJudge) {
    const reason = reasons.get(message) ?? { place, rules: new Set() };
    if (rule) reason.rules.add(rule);
    reasons.set(message, reason);
  }
  for (const [message, { place, rules }] of reasons) {
    const ids = [...rules].map(({ id }) => id).join(", ");
    io.note(`not judged: ${where(place)}: ${shown(message)}${ids ? ` (${ids})` : ""}`);
  }
}
