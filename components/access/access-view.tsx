"use client";

import { TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { CoverageBanners } from "@/components/coverage/banners";
import { InventoryView } from "@/components/coverage/inventory-view";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import type { Column } from "@/components/ui/data-table/column";
import { Foreign } from "@/components/ui/foreign";
import { Progress } from "@/components/ui/progress";
import { TableSkeleton } from "@/components/ui/skeleton";
import type { AccessIndex } from "@/lib/domain/access/access-index";
import { formatCount, formatCounted } from "@/lib/format";
import { delegationsIn } from "@/lib/queries/inventory-rows";
import { useAccess, type AccessReading } from "./use-access";

export type Access = AccessReading & Readonly<{ index: AccessIndex }>;

type Props = {
  /** The page's head while there is nothing to show: the same as above it. */
  head: ReactNode;
  columns: readonly Column<never>[];
  /** `banners` tells what is being read and what could not be; the page puts it below its head. */
  children: (access: Access, banners: ReactNode) => ReactNode;
};

/** A page over who reaches what, in all the states that reading delegations, people and assignments can be in. */
export function AccessView({ head, columns, children }: Props) {
  const access = useAccess();
  const { index } = access;
  const banners = (
    <>
      <CoverageBanners reading={access.reading} />
      <DirectoryBanner access={access} />
      <AssignmentsBanner access={access} />
    </>
  );
  return (
    <InventoryView rowsIn={delegationsIn} head={head} columns={columns}>
      {() =>
        index ? (
          children({ ...access, index }, banners)
        ) : (
          <>
            {head}
            {banners}
            <TableSkeleton columns={columns} rowHeight={32} />
          </>
        )
      }
    </InventoryView>
  );
}

/** Reading people and groups takes a while after the delegations, and may be refused: names are then missing, and members. */
export function DirectoryBanner({ access: { directory, readDirectoryAgain } }: { access: AccessReading }) {
  if (!directory) return null;
  const { parts, problems, finishedAt } = directory.coverage;
  if (finishedAt === undefined) {
    const all = Object.values(parts);
    const read = all.reduce((sum, part) => sum + part.read, 0);
    const expected = all.reduce((sum, part) => sum + (part.expected ?? 0), 0);
    return (
      <div className="shrink-0">
        <Banner>
          Reading people and groups <span className="ml-1.5 font-[550]">{formatCount(read)}</span> of{" "}
          {formatCount(Math.max(read, expected))}
        </Banner>
        <Progress label="Reading people and groups" value={read} total={Math.max(1, read, expected)} />
      </div>
    );
  }
  const [first] = problems;
  if (!first) return null;
  return (
    <Banner
      tone="high"
      icon={TriangleAlert}
      actions={
        <Button size="small" onClick={readDirectoryAgain}>
          Retry
        </Button>
      }
    >
      <b>{formatCounted(problems.length, "thing")} about people could not be read.</b>{" "}
      <span className="text-ink-2">
        <Foreign text={`${first.what}: ${first.why}${first.fix ? ` ${first.fix}` : ""}`} limit={400} />
      </span>
    </Banner>
  );
}

export function AssignmentsBanner({ access: { assignments, readAssignmentsAgain } }: { access: AccessReading }) {
  const [first] = assignments?.coverage.finishedAt === undefined ? [] : assignments.coverage.problems;
  if (!first) return null;
  return (
    <Banner
      tone="high"
      icon={TriangleAlert}
      actions={
        <Button size="small" onClick={readAssignmentsAgain}>
          Retry
        </Button>
      }
    >
      <b>Role assignments could not all be read.</b>{" "}
      <span className="text-ink-2">
        <Foreign text={`${first.what}: ${first.why}`} limit={400} />
      </span>
    </Banner>
  );
}
