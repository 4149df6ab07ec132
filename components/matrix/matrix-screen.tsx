"use client";

import { PageHead } from "@/components/ui/page-head";
import { FreshnessRow } from "@/components/shell/shell";
import { AccessTabs } from "@/components/access/access-tabs";
import { AccessView } from "@/components/access/access-view";
import { cellSpec } from "@/components/matrix/cells/cell-spec";
import { MatrixBody } from "./matrix-body";

/** Who touches what: all principals and all customers in one picture. */
export function MatrixScreen() {
  const head = (
    <>
      <PageHead title="Access" />
      <FreshnessRow />
      <AccessTabs />
    </>
  );
  return (
    <AccessView head={head} columns={cellSpec.columns}>
      {(access, banners) => <MatrixBody access={access} banners={banners} />}
    </AccessView>
  );
}
