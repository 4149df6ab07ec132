import type { Authorization, EligibleAuthorization } from "@/lib/domain/definition";
import type { Subject } from "@/lib/domain/findings/subject";
import type { ReadDefinition, ReadTemplate } from "../read-template";
import type { Place } from "../language/value";
import { partOf } from "./template-rules";

type Line = Authorization | EligibleAuthorization;
export type LineOf = Readonly<{ from: ReadDefinition; line: Line }>;

/** The lines of a template that a finding is about, the first of which is where it is shown. */
export function linesAbout(subject: Subject, { definitions }: ReadTemplate): readonly LineOf[] {
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
      return those((line) => line.principal === subject.principal);
    case "grant":
      return those((line) => line.principal === subject.principal && line.role === subject.role);
    case "role":
      return those((line) => line.role === subject.role);
    default:
      return [];
  }
}

const linesIn = ({ definition }: ReadDefinition): readonly Line[] => [
  ...definition.authorizations,
  ...definition.eligibleAuthorizations,
];

/** Where a finding of a rule shows. */
export function spotOf(rule: string, subject: Subject, template: ReadTemplate): Place {
  const [first] = linesAbout(subject, template);
  if (first) return first.from.placeOf(first.line, partOf[rule] ?? "roleDefinitionId");
  const { definitions } = template;
  const meant =
    subject.kind === "definition"
      ? subject.definition
      : subject.kind === "delegation"
        ? subject.delegation.definition
        : undefined;
  const from = definitions.find(({ definition }) => definition === meant) ?? definitions[0];
  return from?.placeOfPart(rule === "LH-DEL-015" ? offerPart(from) : "authorizations") ?? start;
}

/** The first of the offer's texts that is empty. */
const offerPart = ({ definition }: ReadDefinition) =>
  definition.offer === "" ? "registrationDefinitionName" : "description";

export const start: Place = { file: "template", path: [], at: 0 };
