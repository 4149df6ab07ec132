"use client";

import { KeyRound } from "lucide-react";
import { useFindings } from "@/components/assessment/use-findings";
import { useInventory } from "@/components/coverage/use-inventory";
import { eligibleWords } from "@/components/lookup/my-words";
import { useMyAccess } from "@/components/lookup/use-my-access";
import { buttonLook } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { Foreign } from "@/components/ui/foreign";
import { grantMark } from "@/components/ui/grant-mark";
import { Link } from "@/components/ui/link";
import { privilegeMark } from "@/components/ui/privilege-mark";
import type { TenantId } from "@/lib/domain/ids";
import { myAccessInShort } from "@/lib/domain/my-access/in-short";
import type { MyGrant } from "@/lib/domain/my-access/my-grant";
import { paths } from "@/lib/paths";
import { OwnAccessPlace } from "./own-access-place";

/** What one has at a customer, and the way to have more. Nothing until it can be told. */
export function OwnAccess({ tenant, isRow = false }: { tenant: TenantId; isRow?: boolean }) {
  const { inventory } = useInventory();
  const findings = useFindings();
  const grantsAt = useMyAccess(inventory && { inventory, findings: findings?.of.isPartial ? undefined : findings });
  const grants = grantsAt?.(tenant);
  if (!grants) return isRow ? <OwnAccessPlace /> : null;
  const all = myAccessInShort(grants, { customer: tenant });
  const open = myAccessInShort(grants.filter(isOpen).sort(easierFirst), { customer: tenant }).eligible;
  const { standing } = all;
  const eligible = open ?? all.eligible;
  return (
    <div
      className={classNames(
        "flex gap-3",
        isRow
          ? "shrink-0 flex-col border-b border-line-2 px-4 py-2.5 sm:min-h-[53px] sm:flex-row sm:items-center sm:justify-between sm:px-5"
          : "items-center",
      )}
    >
      <dl
        className={classNames(
          "grid text-sm leading-4",
          isRow
            ? "min-w-0 gap-1 max-sm:text-md sm:flex sm:flex-wrap sm:gap-x-4"
            : "grid-cols-[auto_auto] gap-x-3 *:col-start-2",
        )}
      >
        <dt className={classNames("text-sm text-ink-2", !isRow && "col-start-1! row-span-2 self-center")}>My access</dt>
        {standing && <Line grant={standing} words={standing.role.name ?? standing.role.id} isRow={isRow} />}
        {eligible && <Line grant={eligible} words={eligibleWords(eligible)} isRow={isRow} />}
        {!standing && !eligible && <dd className="text-ink-2">No access of yours is known</dd>}
      </dl>
      {open && (
        <Link
          href={hrefOf(open, grants)}
          className={buttonLook({ variant: "primary" }, isRow ? "max-sm:h-touch max-sm:text-md" : undefined)}
        >
          <KeyRound aria-hidden size={isRow ? 17 : 15} />
          <span>
            {open.policy?.approvers.length ? "Request" : "Activate"}{" "}
            <Foreign text={open.role.name ?? "role"} limit={40} />
          </span>
        </Link>
      )}
    </div>
  );
}

const isOpen = ({ state }: MyGrant) => state.kind !== "blocked";

/** Of roles as strong as one another the one that nobody has to approve is offered. */
const easierFirst = (one: MyGrant, other: MyGrant) =>
  (one.policy?.approvers.length ?? 0) - (other.policy?.approvers.length ?? 0);

const Line = ({ grant, words, isRow }: { grant: MyGrant; words: string; isRow: boolean }) => (
  <dd className={isRow ? undefined : "whitespace-nowrap"}>
    {grantMark(grant.kind)}
    {privilegeMark(grant.level)}
    <Foreign text={words} limit={80} />
  </dd>
);

/** One opens at once; several scopes are listed. */
function hrefOf(one: MyGrant, grants: readonly MyGrant[]): string {
  const alike = grants.filter(
    (grant) => grant.kind === "eligible" && grant.gives !== "no" && grant.role.id === one.role.id && isOpen(grant),
  );
  return alike.length === 1 || one.customer === undefined
    ? paths.myGrant(one.id)
    : paths.myGrantsOf(one.customerName ?? one.customer, one.role.name ?? one.role.id);
}
