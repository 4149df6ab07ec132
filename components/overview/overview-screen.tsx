"use client";

import { CoverageBanners } from "@/components/coverage/banners";
import { InventoryView } from "@/components/coverage/inventory-view";
import { FreshnessRow } from "@/components/shell/shell";
import { Fetched } from "@/components/ui/fetched";
import { lazily } from "@/components/ui/lazily";
import { PageHead } from "@/components/ui/page-head";
import { customersIn } from "@/lib/queries/inventory-rows";
import { ChangesList } from "./changes-list";
import { CoverageSection } from "./coverage-section";
import { ExposureSection } from "./exposure-section";
import { OverviewFacts } from "./overview-facts";
import { OverviewSkeleton } from "./overview-skeleton";
import { RingFacts } from "./ring-facts";
import { Shortcuts } from "./shortcuts";
import { useLastSeen } from "./use-last-seen";
import { useOverview } from "./use-overview";
import { Waiting } from "./waiting";
import { WorstFindings } from "./worst-findings";

const MyRoles = lazily(async () => (await import("./my-roles")).MyRoles);

/** What there is, what of it is risky and what could not be seen: each number leads to the list behind it. */
export function OverviewScreen() {
  const overview = useOverview();
  const lastSeen = useLastSeen();
  const head = (
    <>
      <PageHead title="Overview" />
      <FreshnessRow />
    </>
  );
  return (
    <InventoryView rowsIn={customersIn} head={head} skeleton={<OverviewSkeleton />}>
      {(inventory, reading) => (
        <>
          {head}
          <CoverageBanners reading={reading} />
          <div className="flex min-h-0 flex-1 flex-col max-xl:overflow-y-auto max-sm:overflow-visible">
            <OverviewFacts inventory={inventory} overview={overview} />
            <div className="grid min-h-0 grow max-xl:shrink-0 xl:grid-cols-[minmax(0,1fr)_25.5rem] xl:grid-rows-[minmax(0,1fr)]">
              <div className="flex min-w-0 flex-col bg-surface xl:overflow-y-auto xl:border-r xl:border-line-2">
                <ExposureSection inventory={inventory} overview={overview} />
                <RingFacts exposure={overview.exposure} />
              </div>
              <div className="grid min-w-0 content-start overflow-y-auto px-5 pb-5 max-xl:border-t max-xl:border-line-2 max-sm:px-4 md:max-xl:grid-cols-2 md:max-xl:gap-x-8">
                {lastSeen && <ChangesList before={lastSeen.inventory} at={lastSeen.at} after={inventory} />}
                <WorstFindings overview={overview} />
                <Fetched fallback={<Waiting lines={5} words="Looking for your roles" />}>
                  <MyRoles />
                </Fetched>
                <CoverageSection reading={reading} coverage={inventory.coverage} />
                <Shortcuts />
              </div>
            </div>
          </div>
        </>
      )}
    </InventoryView>
  );
}
