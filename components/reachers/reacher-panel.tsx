"use client";

import { GivesNote } from "@/components/access/gives-note";
import { kindCell, roleText } from "@/components/access/grant-cells";
import { GrantSources } from "@/components/access/grant-sources";
import { Walk, Who } from "@/components/access/who";
import { Button } from "@/components/ui/button";
import type { Near } from "@/components/ui/data-table/data-table";
import { Foreign } from "@/components/ui/foreign";
import { Link } from "@/components/ui/link";
import { panelMoves } from "@/components/ui/panel-moves";
import { privilegeMark, privilegeName } from "@/components/ui/privilege-mark";
import { PanelSection, SidePanel } from "@/components/ui/side-panel";
import { useMore } from "@/components/ui/use-more";
import type { AccessIndex } from "@/lib/domain/access/access-index";
import { rowOfGrant } from "@/lib/domain/access/assignment-rows";
import { pathsTo } from "@/lib/domain/access/path";
import type { ReacherRow } from "@/lib/domain/access/reacher-rows";
import { grantsBehind } from "@/lib/domain/access/reachers";
import type { Target } from "@/lib/domain/access/target";
import { formatCount, formatForeign } from "@/lib/format";
import { paths } from "@/lib/paths";

type Props = {
  id: string;
  row: ReacherRow | undefined;
  index: AccessIndex;
  target: Target;
  near: Near;
  onOpen: (id: string) => void;
};

const atFirst = 10;

/** How a principal comes to a role: from itself through its groups and an authorization to the scope. */
export function ReacherPanel({ id, row, index, target, near, onOpen }: Props) {
  const moves = panelMoves(id, near, onOpen);
  if (!row)
    return (
      <SidePanel {...moves} kicker="Access" title="Not in this list">
        <p className="py-3 text-ink-2">
          Nobody here has this id and role. The access may have been removed, or what gives it cannot be seen.
        </p>
      </SidePanel>
    );
  const grants = row.grant === undefined ? grantsBehind(index, target, row.principal.id, row.role.id) : [row.grant];
  return (
    <SidePanel
      {...moves}
      kicker={
        <>
          Access{" "}
          {row.access.map((kind) => (
            <span key={kind}>{kindCell(kind)}</span>
          ))}
        </>
      }
      title={<Foreign text={row.principalName ?? row.principal.id} />}
      sub={
        <div className="grid text-ink-2">
          <Link href={paths.role(row.role.id)} className="link w-fit max-w-full truncate py-1">
            {privilegeMark(row.level)}
            <Foreign text={roleText(row.role)} /> <span className="text-ink-3">{privilegeName(row.level)}</span>
          </Link>
          <Link href={paths.principal(row.principal.id)} className="link w-fit py-1">
            All that this principal reaches
          </Link>
        </div>
      }
    >
      <GivesNote gives={row.gives} reasons={row.reasons} />
      <Ways key={row.id} index={index} row={row} grants={grants} />
    </SidePanel>
  );
}

function Ways({ index, row, grants }: { index: AccessIndex; row: ReacherRow; grants: readonly number[] }) {
  const [shown, showMore] = useMore(atFirst);
  return (
    <>
      {grants.slice(0, shown).map((number) => (
        <Way key={number} index={index} row={row} number={number} />
      ))}
      {grants.length > shown && (
        <Button size="small" className="my-2" onClick={showMore}>
          Show more of {formatCount(grants.length)} scopes
        </Button>
      )}
    </>
  );
}

function Way({ index, row, number }: { index: AccessIndex; row: ReacherRow; number: number }) {
  const { grant, paths: ways, isCut } = pathsTo(index, row.principal.id, number);
  const { scopeName, path } = rowOfGrant(index, grant);
  return (
    <PanelSection title={formatForeign(scopeName, 80)} note={kindCell(grant.kind)}>
      <h4 className="text-xs text-ink-2">{ways.length > 1 ? "Ways" : "Way"}</h4>
      <ul className="grid gap-1 pb-2">
        {ways.map(({ walk }) => (
          <li key={walk.join()}>
            <Walk index={index} walk={walk} />
          </li>
        ))}
        {ways.length === 0 && (
          <li>
            <Who index={index} id={grant.principal} /> holds the grant; no way from here to it is known.
          </li>
        )}
        {isCut && <li className="text-ink-2">There are more ways than these.</li>}
      </ul>
      <h4 className="text-xs text-ink-2">{grant.kind === "assigned" ? "Made by" : "Comes through"}</h4>
      <GrantSources index={index} grant={grant} />
      <h4 className="text-xs text-ink-2">Scope</h4>
      <code className="font-mono text-sm break-all text-ink-2">{path}</code>
    </PanelSection>
  );
}
