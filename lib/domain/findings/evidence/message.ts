import { givesWords } from "@/lib/domain/roles/catalogue/gives";
import type { GivenAway } from "@/lib/domain/roles/given-away";
import { customerNames } from "@/lib/domain/customer-name";
import { scopePath } from "@/lib/domain/scope";
import type { Assessment } from "../engine/assessment";
import type { Finding } from "../finding";
import type { Subject } from "../subject";
import { principalOf, roleOf } from "./affected";

/** A finding in one line, for a log or a terminal: what it is, of whom or what, and by which pattern of the role. */
export function messageOf(finding: Finding, assessment: Assessment): string {
  const about = aboutWords(finding.subject, assessment);
  const [first, ...others] = operationsOf(finding, assessment);
  const more = others.length > 0 ? `, and ${others.length} more` : "";
  const because = first ? ` (${first.operation} by ${first.pattern} gives ${givesWords[first.gives]}${more})` : "";
  return `${finding.rule.title}${about ? `: ${about}` : ""}${because}.`;
}

function operationsOf(finding: Finding, assessment: Assessment): readonly GivenAway[] {
  const id = roleOf(finding);
  const role = id && assessment.role(id);
  return (role && finding.rule.operations?.(role, assessment)) ?? [];
}

function aboutWords(subject: Subject, assessment: Assessment): string {
  const id = roleOf({ subject });
  const role = id && (assessment.role(id)?.name ?? id);
  const holder = principalOf({ subject });
  if (holder !== undefined) {
    const principal = assessment.principal(holder);
    const label = subject.kind === "authorization" ? subject.authorization.label : undefined;
    const name = principal.state === "found" ? principal.name : (label ?? holder);
    return role ? `${role} for ${name}` : name;
  }
  switch (subject.kind) {
    case "definition":
      return [role, subject.definition.offer && `offer ${subject.definition.offer}`].filter(Boolean).join(" in ");
    case "delegation":
      return scopePath(subject.delegation.scope);
    case "subscription":
      return assessment.inventory.subscriptions.get(subject.subscription)?.name ?? subject.subscription;
    case "customer":
      return customerNames(assessment.inventory)(subject.customer).name ?? subject.customer;
    default:
      return role ?? "";
  }
}
