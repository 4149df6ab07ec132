import { blindWords } from "@/lib/domain/findings/blind";
import { assess } from "@/lib/domain/findings/engine/assess";
import { prepare, type Assessment } from "@/lib/domain/findings/engine/assessment";
import { explaining } from "@/lib/domain/findings/evidence/advice";
import { messageOf } from "@/lib/domain/findings/evidence/message";
import { subjectsOf, type Finding, type Unjudged } from "@/lib/domain/findings/finding";
import type { Policy } from "@/lib/domain/findings/policy/policy";
import { labelsOf } from "@/lib/domain/findings/questions/labels";
import { reasonsOf, withReason } from "@/lib/domain/findings/reasons";
import type { Rule } from "@/lib/domain/findings/rule";
import { severityRank } from "@/lib/domain/findings/severity";
import type { RoleId, TenantId } from "@/lib/domain/ids";
import type { Role } from "@/lib/domain/role";
import type { ReadDefinition, ReadTemplate } from "../read-template";
import { isStandIn } from "../to-definition";
import type { Place } from "../language/value";
import { asInventory } from "./as-inventory";
import { linesAbout, spotOf, start, type LineOf } from "./spot";
import { absenceRules, decidedBy, templateRules } from "./template-rules";

export type TemplateFinding = Readonly<{ finding: Finding; place: Place; message: string }>;

/** `rule` undefined: it keeps every rule from an answer. */
export type TemplateBlank = Readonly<{
  rule: Rule | undefined;
  place: Place;
  message: string;
  /** It turns on what no file tells, such as who somebody is: all that a template can answer is answered. */
  isBeyond: boolean;
}>;

export type CheckedTemplate = Readonly<{
  /** Worst first, then in the order of the file. */
  findings: readonly TemplateFinding[];
  cannotJudge: readonly TemplateBlank[];
}>;

type Options = Readonly<{
  /** undefined: no list of roles is at hand. */
  roles: readonly Role[] | undefined;
  /** A role that is not among them does not exist. */
  hasAllRoles: boolean;
  policy?: Policy | undefined;
  now: number;
}>;

/** Asks the rules for live offers about the offers that a template would make. */
export function checkTemplate(template: ReadTemplate, { roles, hasAllRoles, policy, now }: Options): CheckedTemplate {
  const byId = roles && new Map(roles.map((role) => [role.id, role]));
  const findings: TemplateFinding[] = [];
  const cannotJudge: TemplateBlank[] = template.notes.map(({ placed, what, why, isName = false, isWrong }) => ({
    rule: undefined,
    place: placed.place,
    message: `${what.charAt(0).toUpperCase()}${what.slice(1)} is ${isWrong ? "wrong" : "not known"}: ${why}.`,
    isBeyond: isName,
  }));
  for (const [tenant, definitions] of byTenant(template)) {
    const part = { ...template, definitions };
    const assessment = prepare(
      { inventory: asInventory(definitions, tenant, byId, hasAllRoles), policy, now },
      templateRules,
    );
    const { findings: found, unjudged } = assess(assessment);
    for (const finding of found) {
      // A manifest has neither name nor description: those stand in the offer's listing.
      if (template.kind === "manifest" && finding.rule.id === "LH-DEL-015") continue;
      const { rule } = finding;
      const said = wordsOf(finding, assessment);
      const roles = rolesNamed(finding, assessment);
      for (const subject of subjectsOf(finding)) {
        const lines = linesAbout(rule.id, subject, part, roles);
        const reasons = reasonsOf(finding, subject, assessment);
        for (const reason of reasons.length > 0 ? reasons : [undefined]) {
          const place = spotOf(rule.id, subject, part, lines, reason?.part);
          const open = whyOpen(rule, lines, part, reason?.part);
          if (open !== undefined) cannotJudge.push({ rule, place, message: open, isBeyond: false });
          else findings.push({ finding, place, message: reason ? withReason(said, finding, reason) : said });
        }
      }
    }
    cannotJudge.push(...unjudged.flatMap((one) => blanksOf(one, part, byId)));
  }
  return {
    findings: distinct(findings, ({ finding }) => finding.rule.id).sort(
      (one, other) =>
        severityRank(other.finding.severity) - severityRank(one.finding.severity) || inFile(one.place, other.place),
    ),
    cannotJudge: distinct(cannotJudge, ({ rule }) => rule?.id ?? ""),
  };
}

/** The roles that make a finding one, where it is about a principal that may hold others. */
const rolesNamed = (finding: Finding, assessment: Assessment): readonly RoleId[] =>
  (finding.subject.kind === "principal"
    ? (explaining(finding).facts?.(finding.subject, assessment) ?? [])
    : []
  ).flatMap(({ value }) => (typeof value !== "string" && value.kind === "role" ? value.role : []));

/** In words that call people what the template calls them: nobody was looked up. */
function wordsOf(finding: Finding, assessment: Assessment): string {
  // A line has a name of its own, and may differ from others with it.
  if (finding.subject.kind === "authorization") return messageOf(finding, assessment);
  const principal: Assessment["principal"] = (id) => {
    const [name] = labelsOf(id, assessment);
    return name === undefined
      ? assessment.principal(id)
      : { id, state: "found", kind: "group", name, detail: undefined };
  };
  return messageOf(finding, { ...assessment, principal });
}

function byTenant({ definitions }: ReadTemplate): Map<TenantId, ReadDefinition[]> {
  const groups = new Map<TenantId, ReadDefinition[]>();
  for (const one of definitions) {
    const tenant = one.definition.managingTenant;
    groups.set(tenant, [...(groups.get(tenant) ?? []), one]);
  }
  return groups;
}

const inFile = (one: Place, other: Place) =>
  (one.file === other.file ? 0 : one.file === "template" ? -1 : 1) || one.at - other.at;

/** A loop makes the same lines again and again. */
function distinct<Item extends { place: Place; message: string }>(
  items: readonly Item[],
  ruleOf: (item: Item) => string,
) {
  const known = new Map(
    items.map((item) => [
      `${ruleOf(item)} ${item.place.file} ${JSON.stringify(item.place.path)} ${item.message}`,
      item,
    ]),
  );
  return [...known.values()];
}

/** Why a finding is not to be believed: what decides it is not known, be it one part of its line. */
function whyOpen(
  rule: Rule,
  lines: readonly LineOf[],
  template: ReadTemplate,
  part: string | undefined,
): string | undefined {
  if (part !== undefined)
    return lines.some(({ from, line }) => from.openPartsOf(line).includes(part)) ? `${part} is not known.` : undefined;
  if (absenceRules.has(rule.id)) {
    const concerned = lines.length > 0 ? lines.map(({ from }) => from) : template.definitions;
    if (concerned.some(({ isPartial }) => isPartial)) return "Lines of this offer are known at deployment only.";
  }
  if (!absenceRules.has(rule.id) && lines.some(({ line }) => isStandIn(line.role)))
    return "The role of this line is not known.";
  const parts = decidedBy[rule.id] ?? [];
  const open = lines.flatMap(({ from, line }) => from.openPartsOf(line)).find((one) => parts.includes(one));
  return open && `${open} is known at deployment only.`;
}

function blanksOf(
  { rule, because, about }: Unjudged,
  template: ReadTemplate,
  roles: ReadonlyMap<RoleId, Role> | undefined,
): TemplateBlank[] {
  if (because.kind === "directory" || because.kind === "principal" || because.kind === "members")
    return [{ rule, place: start, message: "Cannot be judged without a directory.", isBeyond: true }];
  if (because.kind !== "unknownRole") {
    const { why, fix } = blindWords(because);
    return [{ rule, place: start, message: `${why} ${fix}`, isBeyond: because.kind === "unread" }];
  }
  return [...about].map((id) => ({
    rule,
    place: spotOf(rule?.id ?? "", { kind: "role", role: id as RoleId }, template),
    message: isStandIn(id)
      ? "The role of this line is not known."
      : roles
        ? `The role ${id} is not in the list of roles.`
        : "Cannot be judged without role definitions.",
    isBeyond: false,
  }));
}
