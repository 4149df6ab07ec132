"use client";

import { ArrowLeftRight } from "lucide-react";
import { parseAsString, useQueryStates } from "nuqs";
import { useMemo, useState, type ReactNode } from "react";
import { accessFreshness } from "@/components/access/access-freshness";
import { AccessView, type Access } from "@/components/access/access-view";
import { rated } from "@/components/access/grant-columns";
import { UnknownPrincipal } from "@/components/access/unknown-principal";
import { FreshnessRow } from "@/components/shell/shell";
import { Banner } from "@/components/ui/banner";
import { IconButton } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table/data-table";
import { useTableUrl } from "@/components/ui/data-table/use-table-url";
import { EmptyState } from "@/components/ui/empty-state";
import { foreignText } from "@/components/ui/foreign";
import { go } from "@/components/ui/go";
import { IgnoredParams } from "@/components/ui/ignored-params";
import { Link } from "@/components/ui/link";
import { PageHead } from "@/components/ui/page-head";
import { TableSkeleton } from "@/components/ui/skeleton";
import { seesAll } from "@/lib/domain/access/blind-spots";
import { compareReach } from "@/lib/domain/access/compare";
import { compareRows, type CompareRow } from "@/lib/domain/access/compare-rows";
import { findPrincipal } from "@/lib/domain/access/find-principal";
import { principalRows } from "@/lib/domain/access/principal-rows";
import { namesOf } from "@/lib/domain/access/principal-state";
import { principalId, type PrincipalId } from "@/lib/domain/ids";
import { formatCount, formatShortId } from "@/lib/format";
import { paths } from "@/lib/paths";
import { levelsIn } from "@/lib/queries/access";
import { compareSpec, compareSpecFor } from "./compare-spec";
import { PrincipalPicker } from "./principal-picker";
import { VainBanner } from "./vain-banner";

const crumb = (
  <Link href={paths.principals} className="hover:text-ink">
    Principals
  </Link>
);

/** Two principals side by side: what only one of them holds, and what both do. */
export function CompareScreen() {
  const head = (
    <>
      <PageHead crumb={crumb} title="Compare" />
      <FreshnessRow />
    </>
  );
  return (
    <AccessView head={head} columns={compareSpec.columns}>
      {(access, banners) => (
        <div className="flex flex-1 basis-0 flex-col">
          <Compare access={access} banners={banners} />
        </div>
      )}
    </AccessView>
  );
}

const own = ["one", "other"] as const;
const parsers = { one: parseAsString, other: parseAsString };

function Compare({ access, banners }: { access: Access; banners: ReactNode }) {
  const { index } = access;
  const [chosen, setChosen] = useQueryStates(parsers);
  const [one, other] = [principalId(chosen.one ?? ""), principalId(chosen.other ?? "")];
  const everybody = useMemo(() => principalRows(index, levelsIn(index.inventory)), [index]);
  const sorted = useMemo(
    () => [...everybody].sort((a, b) => ((a.name ?? "\uffff") < (b.name ?? "\uffff") ? -1 : 1)),
    [everybody],
  );
  const [latest, setLatest] = useState<"one" | "other">();
  const choose = (which: "one" | "other") => (id: PrincipalId) => {
    setLatest(which);
    void setChosen({ [which]: id });
  };
  const url = useTableUrl(compareSpec, own);
  const [unknown] = own.flatMap((key) => {
    const id = chosen[key];
    const found = id ? findPrincipal(index, id, access.isReading) : undefined;
    return id && found && found.kind !== "found" ? [{ id, found }] : [];
  });

  const head = (actions: ReactNode) => (
    <>
      <PageHead crumb={crumb} title="Compare" actions={actions} />
      <FreshnessRow />
      {banners}
      <div
        role="group"
        aria-label="Whom to compare"
        className="flex shrink-0 items-end gap-2 border-y border-line bg-surface px-5 py-2 max-sm:flex-col max-sm:items-stretch max-sm:px-4"
      >
        <PrincipalPicker
          label="First"
          rows={sorted}
          chosen={one}
          onChoose={choose("one")}
          hasFocus={latest === "one"}
        />
        <IconButton
          icon={ArrowLeftRight}
          label="Swap"
          disabled={!one && !other}
          onClick={() => void setChosen({ one: other ?? null, other: one ?? null })}
        />
        <PrincipalPicker
          label="Second"
          rows={sorted}
          chosen={other}
          onChoose={choose("other")}
          hasFocus={latest === "other"}
        />
      </div>
    </>
  );
  const ignored = <IgnoredParams names={url.unknown} onDrop={url.dropUnknown} />;
  if (unknown)
    return (
      <>
        {head(null)}
        {ignored}
        {unknown.found.kind === "notSeen" && unknown.found.reading ? (
          <TableSkeleton columns={compareSpec.columns} rowHeight={32} />
        ) : (
          <UnknownPrincipal {...unknown} />
        )}
      </>
    );
  if (!one || !other)
    return (
      <>
        {head(null)}
        {ignored}
        <EmptyState title="Choose two principals">
          <p>What only one of them holds, and what both hold, is then listed by customer, scope and role.</p>
        </EmptyState>
      </>
    );
  return <Compared access={access} one={one} other={other} head={head} />;
}

type ComparedProps = {
  access: Access;
  one: PrincipalId;
  other: PrincipalId;
  head: (actions: ReactNode) => ReactNode;
};

function Compared({ access, one, other, head }: ComparedProps) {
  const { index } = access;
  const { names, spec } = useMemo(() => {
    const nameOf = (id: PrincipalId) => {
      const { name, label } = namesOf(index, id);
      return foreignText(name ?? label ?? formatShortId(id));
    };
    const names = [nameOf(one), nameOf(other)] as const;
    return { names, spec: compareSpecFor(...names) };
  }, [index, one, other]);
  const url = useTableUrl(spec, own);
  const { rows, seen, reaches } = useMemo(() => {
    const comparison = compareReach(index, one, other);
    return {
      reaches: [comparison.a, comparison.b] as const,
      rows: rated(compareRows(index, comparison), levelsIn(index.inventory)),
      seen: seesAll(comparison.a.blind) && seesAll(comparison.b.blind),
    };
  }, [index, one, other]);
  const vain = reaches.map((reach, at) => <VainBanner key={at} index={index} name={names[at] ?? ""} reach={reach} />);
  const bounded = !seen && (
    <Banner tone="high">
      <b>Only is as far as can be seen.</b>{" "}
      <span className="text-ink-2">
        Each may hold more: what could not be read is told under Cannot see on{" "}
        <Link href={`${paths.principal(one)}?show=blind`} className="link">
          the first
        </Link>{" "}
        and{" "}
        <Link href={`${paths.principal(other)}?show=blind`} className="link">
          the second
        </Link>
        .
      </span>
    </Banner>
  );
  if (rows.length === 0)
    return (
      <>
        {head(null)}
        <IgnoredParams names={url.unknown} onDrop={url.dropUnknown} />
        {vain}
        {bounded}
        <EmptyState title={seen ? "Neither reaches anything" : "Neither reaches anything that can be seen"} />
      </>
    );
  return (
    <DataTable
      spec={spec}
      rows={rows}
      url={url}
      isSettled={!access.isReading}
      freshness={accessFreshness(access)}
      onOpen={({ grant }) => go(paths.customer(grant.customer))}
      totals={totals}
      head={(actions) => (
        <>
          {head(actions)}
          {vain}
          {bounded}
        </>
      )}
    />
  );
}

function totals(rows: readonly CompareRow[], hits: Int32Array) {
  const sums = { first: 0, second: 0, both: 0 };
  for (const at of hits) {
    const row = rows[at];
    if (row?.one && row.other) sums.both++;
    else if (row?.one) sums.first++;
    else if (row?.other) sums.second++;
  }
  return (
    <>
      <span>
        <b>{formatCount(sums.first)}</b> only the first
      </span>
      <span>
        <b>{formatCount(sums.second)}</b> only the second
      </span>
      <span>
        <b>{formatCount(sums.both)}</b> both
      </span>
    </>
  );
}
