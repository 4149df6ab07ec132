import type { Authorization, EligibleAuthorization } from "@/lib/domain/definition";
import type { Subject } from "@/lib/domain/findings/subject";
import type { RoleId } from "@/lib/domain/ids";
import type { ReadDefinition, ReadTemplate } from "../read-template";
import type { Place } from "../language/value";
import { eligibleRules, partOf } from "./template-rules";

type Line = Authorization | EligibleAuthorization;
export type LineOf = Readonly<{ from: ReadDefinition; line: Line }>;

/**
 * The lines of a template that a finding of a rule is about, the first of which is where it is shown. `roles`: of a
 * principal's lines, those that count; all where none is named.
 */
export function linesAbout(
  rule: string,
  subject: Subject,
  { definitions }: ReadTemplate,
  roles: readonly RoleId[] = [],
): readonly LineOf[] {
  const linesIn = eligibleRules.has(rule) ? eligibleIn : allIn;
  const those = (isMeant: (line: Line, from: ReadDefinition) => boolean) =>
    definitions.flatMap((from) => linesIn(from).flatMap((line) => (isMeant(line, from) ? [{ from, line }] : [])));
  switch (subject.kind) {
    case "authorization":
      return those((line) => line === subject.authorization);
    case "definition":
      return subject.role === undefined
        ? []
        : those((line, from) => from.definition === subject.definition && line.role === subject.role);
    case "principal":
      return those((line) => line.principal === subject.principal && (roles.length === 0 || roles.includes(line.role)));
    case "grant":
      return those((line) => line.principal === subject.principal && line.role === subject.role);
    case "role":
      return those((line) => line.role === subject.role);
    default:
      return [];
  }
}

const eligibleIn = ({ definition }: ReadDefinition): readonly Line[] => definition.eligibleAuthorizations;

const allIn = ({ definition }: ReadDefinition): readonly Line[] => [
  ...definition.authorizations,
  ...definition.eligibleAuthorizations,
];

/** Where a finding of a rule about these lines shows; `part` of the first, where that is at fault. */
export function spotOf(
  rule: string,
  subject: Subject,
  template: ReadTemplate,
  [first]: readonly LineOf[] = linesAbout(rule, subject, template),
  part = partOf[rule],
): Place {
  if (first) return first.from.placeOf(first.line, part ?? "roleDefinitionId");
  const { definitions } = template;
  const assigned = subject.kind === "role" ? whereAssigned(subject.role, definitions) : undefined;
  if (assigned) return assigned;
  const meant =
    subject.kind === "definition"
      ? subject.definition
      : subject.kind === "delegation"
        ? subject.delegation.definition
        : undefined;
  const from = definitions.find(({ definition }) => definition === meant) ?? definitions[0];
  return from?.placeOfPart(rule === "LH-DEL-015" ? offerPart(from) : "authorizations") ?? start;
}

/** Where a role is listed that no line gives, and that one lets its holder assign. */
function whereAssigned(role: RoleId, definitions: readonly ReadDefinition[]): Place | undefined {
  for (const { definition, placeOf } of definitions)
    for (const line of definition.authorizations) {
      const at = line.delegatedRoles.indexOf(role);
      if (at >= 0) return placeOf(line, `delegatedRoleDefinitionIds[${at}]`);
    }
  return undefined;
}

/** The first of the offer's texts that is empty. */
const offerPart = ({ definition }: ReadDefinition) =>
  definition.offer === "" ? "registrationDefinitionName" : "description";

export const start: Place = { file: "template", path: [], at: 0 };
