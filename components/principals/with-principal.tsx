"use client";

import type { ReactNode } from "react";
import { AccessView, type Access } from "@/components/access/access-view";
import { UnknownPrincipal } from "@/components/access/unknown-principal";
import { reachedSpec } from "@/components/principals/reached/reached-spec";
import { FreshnessRow } from "@/components/shell/shell";
import { Link } from "@/components/ui/link";
import { PageHead } from "@/components/ui/page-head";
import { TableSkeleton } from "@/components/ui/skeleton";
import { findPrincipal } from "@/lib/domain/access/find-principal";
import type { PrincipalId } from "@/lib/domain/ids";
import { formatForeign } from "@/lib/format";
import { paths } from "@/lib/paths";

export const PrincipalsCrumb = () => (
  <Link href={paths.principals} className="hover:text-ink">
    Principals
  </Link>
);

type Props = {
  parameter: string;
  crumb: ReactNode;
  children: (id: PrincipalId, access: Access, banners: ReactNode) => ReactNode;
};

/** A page about the principal that its address names, or what there is to say of an address that names none. */
export function WithPrincipal({ parameter, crumb, children }: Props) {
  const head = (
    <>
      <PageHead crumb={crumb} title={<bdi>{formatForeign(parameter, 60)}</bdi>} />
      <FreshnessRow />
    </>
  );
  return (
    <AccessView head={head} columns={reachedSpec.columns}>
      {(access, banners) => {
        const found = findPrincipal(access.index, parameter, access.isReading);
        if (found.kind === "found") return children(found.value, access, banners);
        return (
          <>
            {head}
            {banners}
            {found.kind === "notSeen" && found.reading ? (
              <TableSkeleton columns={reachedSpec.columns} rowHeight={32} />
            ) : (
              <UnknownPrincipal found={found} />
            )}
          </>
        );
      }}
    </AccessView>
  );
}
