"use client";

import { GivesNote } from "@/components/access/gives-note";
import { kindCell, mayAssign, roleText } from "@/components/access/grant-cells";
import { GrantSources } from "@/components/access/grant-sources";
import { grantKindNames } from "@/components/access/grant-words";
import { Who } from "@/components/access/who";
import { CopyButton } from "@/components/ui/copy-button";
import type { Near } from "@/components/ui/data-table/data-table";
import { Foreign } from "@/components/ui/foreign";
import { Link } from "@/components/ui/link";
import { panelMoves } from "@/components/ui/panel-moves";
import { privilegeMark, privilegeName } from "@/components/ui/privilege-mark";
import { RecordDetails } from "@/components/ui/record-details";
import { PanelSection, SidePanel } from "@/components/ui/side-panel";
import type { AccessIndex } from "@/lib/domain/access/access-index";
import { rowOfGrant, type AssignmentRow } from "@/lib/domain/access/assignment-rows";
import type { Grant } from "@/lib/domain/access/grant";
import { findGrant } from "@/lib/domain/access/grant-key";
import { formatJson } from "@/lib/format";
import { paths } from "@/lib/paths";
import { assignmentRecord } from "./assignment-record";
import { PeopleBehind } from "./people-behind";

type Props = { id: string; index: AccessIndex; near: Near; onOpen: (id: string) => void };

/** One grant: what it rests on, what it gives, and to whom it comes. */
export function AssignmentPanel({ id, index, near, onOpen }: Props) {
  const found = findGrant(index, id);
  const moves = panelMoves(id, near, onOpen);
  if (found.kind !== "found") {
    const [title, why] = unknownWords(found.kind, index.isConclusive);
    return (
      <SidePanel {...moves} kicker="Role assignment" title={title}>
        <p className="py-3 text-ink-2">{why}</p>
        <code className="font-mono text-sm break-all text-ink-3">
          <bdi>{id.slice(0, 600)}</bdi>
        </code>
      </SidePanel>
    );
  }
  const { grant } = found;
  const row = rowOfGrant(index, grant);
  return (
    <SidePanel
      {...moves}
      kicker={
        <>
          Role assignment <span>{kindCell(grant.kind)}</span>
        </>
      }
      title={<Foreign text={roleText(row.role)} />}
      sub={
        <span className="block truncate text-ink-2">
          <Who index={index} id={grant.principal} label={row.principalName} />
        </span>
      }
    >
      <GivesNote gives={grant.gives} reasons={grant.reasons} />
      <Facts row={row} />
      <PanelSection title={grant.kind === "assigned" ? "Made by" : "Comes through"}>
        <GrantSources index={index} grant={grant} />
      </PanelSection>
      {row.kind !== "user" && row.kind !== "servicePrincipal" && (
        <PeopleBehind key={row.id} index={index} grant={grant} />
      )}
      <Record row={row} grant={grant} />
    </SidePanel>
  );
}

const unknownWords = (kind: "absent" | "malformed", isConclusive: boolean) =>
  kind === "malformed"
    ? (["This names no role assignment", "The link is damaged."] as const)
    : isConclusive
      ? ([
          "There is no such role assignment",
          "All that your account may see was read, and no delegation gives this. It may have been removed.",
        ] as const)
      : ([
          "Not among what could be read",
          "Whether it exists is not known: not every subscription answered. The chip above tells which, and why.",
        ] as const);

function Facts({ row }: { row: AssignmentRow }) {
  const { customer, customerName, role, level, scopeName, scopeKind, subscriptionName, path, delegatedRoles } = row;
  return (
    <dl className="grid grid-cols-[112px_minmax(0,1fr)] gap-y-1.5 py-3 [&_dt]:text-ink-2">
      <dt>Customer</dt>
      <dd>
        <Link href={paths.customerAccess(customer)} className="link">
          <Foreign text={customerName ?? customer} />
        </Link>
      </dd>
      <dt>Scope</dt>
      <dd className="min-w-0">
        <Foreign text={scopeName} />
        {scopeKind !== "subscription" && (
          <span className="text-ink-2">
            {" "}
            in <Foreign text={subscriptionName ?? row.subscription} />
          </span>
        )}
        <span className="flex items-start gap-1">
          <code className="font-mono text-sm break-all text-ink-2">{path}</code>
          <CopyButton text={path} what="Scope" />
        </span>
      </dd>
      <dt>Role</dt>
      <dd>
        <Link href={paths.role(role.id)} className="link">
          <Foreign text={roleText(role)} />
        </Link>
        <span className="block">
          {privilegeMark(level)}
          {level === undefined ? "The role could not be read" : privilegeName(level)}
        </span>
        {mayAssign(row) && (
          <span className="block text-ink-2">
            It <Foreign text={mayAssign(row)} limit={1000} />
            {delegatedRoles.length > 0 && ", and no more"}.
          </span>
        )}
      </dd>
    </dl>
  );
}

function Record({ row, grant }: { row: AssignmentRow; grant: Grant }) {
  const text = formatJson({ ...assignmentRecord(row), sources: grant.sources.map(sourceRecord) });
  return (
    <PanelSection title="Record" note={grantKindNames[grant.kind]}>
      <RecordDetails text={text} />
    </PanelSection>
  );
}

const sourceRecord = (source: Grant["sources"][number]) =>
  source.kind === "assigned"
    ? source.assignment
    : {
        registrationAssignment: source.delegation.id,
        registrationDefinition: source.delegation.definitionId,
        authorization: source.authorization,
      };
