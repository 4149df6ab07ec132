"use client";

import { useState } from "react";
import { reasonWords } from "@/components/access/reason-words";
import { accessWords } from "@/components/principals/principal-words";
import { Moment } from "@/components/ui/ago";
import { Button } from "@/components/ui/button";
import type { Near } from "@/components/ui/data-table/data-table";
import { Foreign, foreignText } from "@/components/ui/foreign";
import { grantMark } from "@/components/ui/grant-mark";
import { Link } from "@/components/ui/link";
import { NameOrId } from "@/components/ui/name-or-id";
import { panelMoves } from "@/components/ui/panel-moves";
import { privilegeMark } from "@/components/ui/privilege-mark";
import { PanelSection, SidePanel } from "@/components/ui/side-panel";
import type { AccessIndex } from "@/lib/domain/access/access-index";
import { grantRows } from "@/lib/domain/access/grant-rows";
import type { Held } from "@/lib/domain/access/reach";
import type { ReachedRow } from "@/lib/domain/access/reached-rows";
import type { RoleId } from "@/lib/domain/ids";
import { formatCount, formatCounted } from "@/lib/format";
import { paths } from "@/lib/paths";
import { levelsIn } from "@/lib/queries/access";
import { AccessPaths } from "./access-path";

type Props = {
  index: AccessIndex;
  shown: string;
  row: ReachedRow | undefined;
  near: Near;
  onOpen: (customer: string) => void;
};

const mostAtFirst = 20;

/** Everything one principal holds at one customer, and every way in which it comes. */
export function ReachedPanel({ index, shown, row, near, onOpen }: Props) {
  const [isAll, setAll] = useState(false);
  const moves = panelMoves(shown, near, onOpen);
  if (!row)
    return (
      <SidePanel {...moves} kicker="Customer" title="Not reached, as far as can be seen">
        <p className="py-3 text-ink-2">
          Nothing that was read leads to this customer. What could not be read is told under Cannot see.
        </p>
      </SidePanel>
    );
  const held = isAll ? row.held : row.held.slice(0, mostAtFirst);
  const scopes = new Set(row.held.map(({ grants }) => index.grants.scopes[grants[0]!])).size;
  return (
    <SidePanel
      {...moves}
      kicker={`${formatCounted(row.held.length, "role")} on ${formatCounted(scopes, "scope")}`}
      title={<NameOrId name={row.customerName} id={row.customer} />}
      sub={
        <Link href={paths.customer(row.customer)} className="link text-sm text-ink-2">
          Open the customer
        </Link>
      }
    >
      {[...byRole(held)].map(([role, own]) => (
        <PanelSection
          key={role}
          title={foreignText(index.inventory.roles.get(role)?.name ?? role)}
          note={privilegeMark(levelsIn(index.inventory)(role))}
        >
          {own.map((one) => (
            <HeldHere key={one.grants[0]} index={index} row={row} held={one} />
          ))}
        </PanelSection>
      ))}
      {held.length < row.held.length && (
        <Button size="small" className="my-3" onClick={() => setAll(true)}>
          Show all {formatCount(row.held.length)}
        </Button>
      )}
    </SidePanel>
  );
}

function byRole(held: readonly Held[]): Map<RoleId, Held[]> {
  const roles = new Map<RoleId, Held[]>();
  for (const one of held) {
    const own = roles.get(one.role);
    if (own) own.push(one);
    else roles.set(one.role, [one]);
  }
  return roles;
}

function HeldHere({ index, row, held }: { index: AccessIndex; row: ReachedRow; held: Held }) {
  const [first] = grantRows(index, held.grants.slice(0, 1));
  const isStanding = held.standing === "yes" || held.assigned === "yes";
  return (
    <div className="pb-2">
      <p>
        {(isStanding || held.eligible === "yes") && grantMark(isStanding ? "standing" : "eligible")}
        {accessWords(held)} <span className="text-ink-2">on</span>{" "}
        {first && <Foreign text={first.scopeName} className="font-[520]" />}
        {first?.scopeKind === "resourceGroup" && (
          <span className="text-ink-3">
            {" "}
            in <Foreign text={first.subscriptionName ?? first.subscription} />
          </span>
        )}
        {held.activeUntil !== undefined && (
          <>
            , active until <Moment at={held.activeUntil} />
          </>
        )}
      </p>
      {held.grants.map((grant) => (
        <AccessPaths key={grant} index={index} principal={row.principal} grant={grant} />
      ))}
      {held.doubts.map((reason) => (
        <p key={reason.why} className="text-sm text-stale-text">
          {reasonWords(reason)}
        </p>
      ))}
    </div>
  );
}
