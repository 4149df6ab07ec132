"use client";

import { useMemo } from "react";
import { AssignmentsBanner, DirectoryBanner } from "@/components/access/access-view";
import { OwnAssignmentsNote } from "@/components/access/own-assignments-note";
import { useAccess } from "@/components/access/use-access";
import { PartHead } from "@/components/ui/part-head";
import { TableSkeleton } from "@/components/ui/skeleton";
import type { Target } from "@/lib/domain/access/target";
import { tenantId } from "@/lib/domain/ids";
import { formatCount } from "@/lib/format";
import { reacherSpec } from "./reacher-spec";
import { ReachersTable } from "./reachers-table";

/** Who of us reaches one customer, as a part of its page. */
export function CustomerAccess({ tenantId: parameter }: { tenantId: string }) {
  const access = useAccess();
  const { index } = access;
  const customer = tenantId(parameter);
  const target = useMemo<Target | undefined>(() => customer && { kind: "customer", customer }, [customer]);
  const banners = (
    <>
      <DirectoryBanner access={access} />
      <AssignmentsBanner access={access} />
    </>
  );
  if (!target) return null;
  if (!index)
    return (
      <>
        {banners}
        <TableSkeleton columns={reacherSpec.columns} rowHeight={32} />
      </>
    );
  const assigned = index.roleAssignments?.filter((one) => one.customer === customer).length;
  return (
    <div className="flex flex-1 basis-0 flex-col">
      <ReachersTable
        access={{ ...access, index }}
        target={target}
        head={(actions, count) => (
          <>
            {banners}
            <PartHead
              title="Who reaches it"
              count={[formatCount(count.principals), count.lines].filter(Boolean).join(", ")}
              actions={actions}
            />
          </>
        )}
      >
        <OwnAssignmentsNote assigned={assigned} />
      </ReachersTable>
    </div>
  );
}
