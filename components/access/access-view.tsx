"use client";

import { TriangleAlert, X } from "lucide-react";
import { useState, type ReactNode } from "react";
import { useSessionState } from "@/components/auth/use-azure";
import { CoverageBanners } from "@/components/coverage/banners";
import { InventoryView } from "@/components/coverage/inventory-view";
import { Banner } from "@/components/ui/banner";
import { Button, IconButton } from "@/components/ui/button";
import type { Column } from "@/components/ui/data-table/column";
import { Docked } from "@/components/ui/dock";
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
export function DirectoryBanner({ access }: { access: AccessReading }) {
  const { reading, directory, readDirectoryAgain } = access;
  if (!directory) return reading.inventory?.coverage.finishedAt !== undefined && <PeopleProgress read={0} />;
  const { parts, problems, finishedAt } = directory.coverage;
  if (finishedAt === undefined) {
    const all = Object.values(parts);
    const read = all.reduce((sum, part) => sum + part.read, 0);
    return (
      <PeopleProgress
        read={read}
        expected={Math.max(
          read,
          all.reduce((sum, part) => sum + (part.expected ?? 0), 0),
        )}
      />
    );
  }
  const [first] = problems;
  return (
    first && (
      <ProblemBanner
        key={finishedAt}
        title={`${formatCounted(problems.length, "thing")} about people could not be read.`}
        text={`${first.what}: ${first.why}${first.fix ? ` ${first.fix}` : ""}`}
        onRetry={readDirectoryAgain}
      />
    )
  );
}

export function AssignmentsBanner({ access: { assignments, readAssignmentsAgain } }: { access: AccessReading }) {
  const finishedAt = assignments?.coverage.finishedAt;
  const [first] = finishedAt === undefined ? [] : assignments!.coverage.problems;
  return (
    first && (
      <ProblemBanner
        key={finishedAt}
        title="Role assignments could not all be read."
        text={`${first.what}: ${first.why}`}
        onRetry={readAssignmentsAgain}
      />
    )
  );
}

function PeopleProgress({ read, expected }: { read: number; expected?: number }) {
  if (useSessionState().kind === "expired") return null;
  return (
    <Docked>
      <Banner>
        Reading people and groups
        {expected !== undefined && (
          <>
            {" "}
            <span className="ml-1.5 font-[550]">{formatCount(read)}</span> of {formatCount(expected)}
          </>
        )}
      </Banner>
      <Progress label="Reading people and groups" value={read} total={expected && Math.max(1, expected)} />
    </Docked>
  );
}

type ProblemProps = { title: string; text: string; onRetry: () => void };

/** What the last reading could not see, until it is dismissed or read again. */
function ProblemBanner({ title, text, onRetry }: ProblemProps) {
  const [isDismissed, setDismissed] = useState(false);
  if (isDismissed) return null;
  return (
    <Docked>
      <Banner
        tone="high"
        icon={TriangleAlert}
        actions={
          <>
            <Button size="small" onClick={onRetry}>
              Retry
            </Button>
            <IconButton icon={X} size="small" label="Dismiss" onClick={() => setDismissed(true)} />
          </>
        }
        more={<Foreign text={text} limit={400} />}
      >
        <b>{title}</b>
      </Banner>
    </Docked>
  );
}
