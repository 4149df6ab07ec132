import type { ReactNode } from "react";
import { PrincipalLink } from "@/components/principals/reached/access-path";
import { Foreign } from "@/components/ui/foreign";
import { Link } from "@/components/ui/link";
import type { AccessIndex } from "@/lib/domain/access/access-index";
import { seesAll, type BlindSpots } from "@/lib/domain/access/blind-spots";
import type { SubscriptionId } from "@/lib/domain/ids";
import { formatCount } from "@/lib/format";
import { paths } from "@/lib/paths";
import { hiddenWords } from "./principal-words";

const mostListed = 100;

/** How many things could add to what a principal reaches, and are hidden from us. */
export const blindCount = ({ groups, definitions, subscriptions, isConclusive, roleAssignmentsUnread }: BlindSpots) =>
  groups.length +
  definitions.length +
  subscriptions.length +
  (!isConclusive && subscriptions.length === 0 ? 1 : 0) +
  (roleAssignmentsUnread ? 1 : 0);

type Props = { index: AccessIndex; blind: BlindSpots };

/** What could add to the answer and cannot be seen, with what it takes to see it. */
export function BlindSection({ index, blind }: Props) {
  const { groups, definitions, subscriptions, isConclusive, roleAssignmentsUnread } = blind;
  return (
    <div className="min-h-0 flex-1 overflow-auto bg-surface flowing:flex-none flowing:overflow-visible px-5 pb-8 max-sm:px-4">
      <p className="max-w-[80ch] py-3 text-ink-2">
        {seesAll(blind)
          ? "All delegations, groups and subscriptions that your account may see were read; a colleague who reads more customers may find more. "
          : ""}
        Roles that a customer&apos;s own administrators assign in their tenant are hidden from a managing tenant, and
        are no part of any answer here.
      </p>
      <Part
        title="Groups whose members cannot be seen"
        count={groups.length}
        why="Each holds grants, and may have this principal among its members. Reading members takes GroupMember.Read.All in Microsoft Graph; members of a group with hidden membership take Member.Read.Hidden. An administrator consents to it in Entra ID."
      >
        {groups.slice(0, mostListed).map((hidden) => (
          <li key={hidden.principal}>
            <PrincipalLink index={index} id={hidden.principal} />{" "}
            <span className="text-ink-2">
              <Foreign text={hiddenWords(hidden)} limit={400} />
            </span>
          </li>
        ))}
      </Part>
      <Part
        title="Delegations whose offer could not be read"
        count={definitions.length}
        why="Who gets which role there is not known. Reading it takes Microsoft.ManagedServices/registrationDefinitions/read, which Reader on the subscription contains."
      >
        {definitions.slice(0, mostListed).map(({ id, scope }) => (
          <li key={id}>
            <Link href={paths.delegation(id)} className="link">
              <Foreign text={index.inventory.subscriptions.get(scope.subscription)?.name ?? scope.subscription} />
            </Link>
          </li>
        ))}
      </Part>
      <Part
        title="Subscriptions that did not answer"
        count={subscriptions.length}
        why="There may be delegations in them that nobody here knows of. Reader on the subscription, granted through its delegation, shows them."
      >
        {subscriptions.slice(0, mostListed).map((id) => (
          <li key={id}>
            <Foreign text={index.inventory.subscriptions.get(id)?.name ?? id} />{" "}
            <span className="text-ink-2">
              <Foreign text={whyOf(index, id)} limit={400} />
            </span>
          </li>
        ))}
      </Part>
      {!isConclusive && subscriptions.length === 0 && (
        <p className="max-w-[80ch] py-1.5">The list of delegations itself could not be read to its end.</p>
      )}
      {roleAssignmentsUnread && (
        <p className="max-w-[80ch] py-1.5">
          Role assignments that Azure shows in delegated subscriptions were not read. Reading them takes
          Microsoft.Authorization/roleAssignments/read, which Reader contains.
        </p>
      )}
    </div>
  );
}

function whyOf({ inventory }: AccessIndex, subscription: SubscriptionId): string {
  const problem = inventory.coverage.problems.find((one) => one.subscription === subscription);
  return problem ? `${problem.why}${problem.fix ? ` ${problem.fix}` : ""}` : "";
}

function Part({ title, count, why, children }: { title: string; count: number; why: string; children: ReactNode }) {
  if (count === 0) return null;
  return (
    <section className="max-w-[80ch] border-t border-line py-2">
      <h2 className="font-[620]">
        {title} <span className="font-[400] text-ink-3">{formatCount(count)}</span>
      </h2>
      <p className="text-ink-2">{why}</p>
      <ul className="list-disc py-1 pl-4.5 [&_li]:mt-1">{children}</ul>
      {count > mostListed && <p className="text-ink-3">{formatCount(count - mostListed)} more</p>}
    </section>
  );
}
