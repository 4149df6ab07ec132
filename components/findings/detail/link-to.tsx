import type { ReactNode } from "react";
import { Foreign } from "@/components/ui/foreign";
import { Link as PageLink } from "@/components/ui/link";
import { NameOrId } from "@/components/ui/name-or-id";
import { OperationName } from "@/components/ui/operation-name";
import { privilegeMark } from "@/components/ui/privilege-mark";
import { scopeKey } from "@/lib/domain/access/scope-table";
import { customerNames } from "@/lib/domain/customer-name";
import type { Assessment } from "@/lib/domain/findings/engine/assessment";
import type { Link } from "@/lib/domain/findings/evidence/evidence";
import type { FindingRow } from "@/lib/domain/findings/rows/finding-rows";
import type { PrincipalId } from "@/lib/domain/ids";
import { givesWords } from "@/lib/domain/roles/catalogue/gives";
import { delegatedPrivilegeOf } from "@/lib/domain/roles/privilege";
import { formatCounted } from "@/lib/format";
import { paths } from "@/lib/paths";

type Props = { link: Link; row: FindingRow; assessment: Assessment };

const To = ({ href, children }: { href: string; children: ReactNode }) => (
  <PageLink
    href={href}
    className="link inline-block min-w-0 max-w-full font-[540] break-words max-sm:min-w-11 max-sm:py-3"
  >
    {children}
  </PageLink>
);

/** A step of the evidence, as what it is called and a link to where it can be looked at. */
export function LinkTo({ link, row, assessment }: Props) {
  const { inventory } = assessment;
  switch (link.kind) {
    case "principal":
      return <PrincipalLink id={link.principal} label={labelIn(row, link.principal)} assessment={assessment} />;
    case "definition": {
      const [delegation] = assessment.delegationsOf(link.definition);
      const name = <Foreign text={link.definition.offer} />;
      return delegation ? <To href={paths.delegation(delegation.id)}>{name}</To> : name;
    }
    case "role": {
      const role = assessment.role(link.role);
      return (
        <To href={paths.role(link.role)}>
          {privilegeMark(role && delegatedPrivilegeOf(role).level)}
          <NameOrId name={role?.name} id={link.role} idLook="text-sm" />
        </To>
      );
    }
    case "pattern":
      return (
        <To href={paths.role(link.role)}>
          <OperationName text={link.pattern} />
        </To>
      );
    case "operation":
      return (
        <To href={paths.rolesAllowing(link.operation)}>
          <OperationName text={link.operation} />
        </To>
      );
    case "scope": {
      const { scope, customer } = link;
      const name =
        scope.kind === "subscription"
          ? (inventory.subscriptions.get(scope.subscription)?.name ?? scope.subscription)
          : scope.kind === "resourceGroup"
            ? scope.resourceGroup
            : scope.path;
      const key = scopeKey(scope);
      const delegation = row.delegations.find((one) => scopeKey(one.scope) === key);
      return (
        <To href={delegation ? paths.customerDelegation(customer, delegation.id) : paths.customer(customer)}>
          <Foreign text={name} />
        </To>
      );
    }
  }
}

/** What else there is to say of a step, at its right. */
export function noteOf(link: Link, row: FindingRow, { inventory }: Assessment): ReactNode {
  switch (link.kind) {
    case "pattern":
      return "allows";
    case "operation":
      return `gives ${givesWords[link.gives]}`;
    case "scope": {
      const name = customerNames(inventory)(link.customer).name;
      const others = row.delegations.length - 1;
      return (
        <>
          {name !== undefined && <Foreign text={name} limit={40} />}
          {others > 0 && ` and ${formatCounted(others, "more scope")}`}
        </>
      );
    }
    default:
      return null;
  }
}

/** Who it is; where the directory does not tell, what the offer says, which proves nothing. */
export function PrincipalLink({
  id,
  label,
  assessment,
}: {
  id: PrincipalId;
  label?: string | undefined;
  assessment: Assessment;
}) {
  const principal = assessment.principal(id);
  return (
    <To href={paths.principal(id)}>
      <NameOrId name={principal.state === "found" ? principal.name : label} id={id} idLook="text-sm" />
      {principal.state === "deleted" && <span className="ml-1.5 text-sm text-sev-critical-text">deleted</span>}
      {principal.state === "unreadable" && <span className="ml-1.5 text-sm text-ink-3">not readable</span>}
    </To>
  );
}

/** What the offer calls a principal that it names. */
export const labelIn = ({ finding: { subject } }: FindingRow, id: PrincipalId): string | undefined =>
  subject.kind === "authorization" && subject.authorization.principal === id ? subject.authorization.label : undefined;
