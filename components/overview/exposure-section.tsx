"use client";

import { Grid3x3, Radar, Table2 } from "lucide-react";
import { useId, useMemo } from "react";
import { buttonLook } from "@/components/ui/button";
import { focusSuccessor } from "@/components/ui/focus-successor";
import { go } from "@/components/ui/go";
import { Fetched } from "@/components/ui/fetched";
import { lazily } from "@/components/ui/lazily";
import { Link } from "@/components/ui/link";
import { ToggleGroup } from "@/components/ui/toggle-group";
import { useKeys } from "@/components/ui/use-keys";
import { narrow, useMedia } from "@/components/ui/use-media";
import type { Inventory } from "@/lib/domain/inventory";
import { countAt, sumOf, type Exposure } from "@/lib/domain/overview/exposure";
import { mostSectors, sectorsOf, type Sector, type SectorGroup } from "@/lib/domain/overview/sectors";
import { formatCount, formatCounted } from "@/lib/format";
import { paths } from "@/lib/paths";
import { BeamPanel } from "./beam-panel";
import { LensLegend } from "./lens-legend";
import { LensPlot } from "./lens/lens-plot";
import { notTold } from "./privilege-words";
import { RingTable } from "./ring-table";
import { worstOf, type FindingsOf } from "./sector-words";
import type { Overview } from "./use-overview";
import { useOverviewUrl, type Show } from "./use-overview-url";

const ExposureTable = lazily(async () => (await import("./exposure-table")).ExposureTable);

const kindsOf = {
  all: { standing: true, eligible: true },
  standing: { standing: true, eligible: false },
  eligible: { standing: false, eligible: true },
} as const satisfies Record<Show, unknown>;

type Props = { inventory: Inventory; overview: Overview };

/** What we can do in each customer, as a picture, as a table, and on phones as its rings. */
export function ExposureSection({ inventory, overview }: Props) {
  const url = useOverviewUrl();
  const isNarrow = useMedia(narrow);
  const title = useId();
  const isTable = url.view === "table" && !isNarrow;
  const { exposure } = overview;
  const unknown = exposure ? (exposure.grants.standing[0] ?? 0) + (exposure.grants.eligible[0] ?? 0) : 0;
  const turn = () => {
    focusSuccessor();
    void url.set({ view: isTable ? null : "table" });
  };
  useKeys(isNarrow ? {} : { t: turn });
  return (
    <section aria-labelledby={title} className="flex min-h-0 min-w-0 flex-1 flex-col">
      <div className="flex shrink-0 flex-wrap items-center gap-x-3 gap-y-1.5 px-5 pt-2.5 max-sm:px-4">
        <h2 id={title} className="font-[620]">
          Exposure
        </h2>
        <p className="min-w-0 truncate text-sm text-ink-3 max-lg:hidden">Roles held at each customer, by privilege</p>
        <div className="ml-auto flex items-center gap-2">
          <ToggleGroup
            label="Grants"
            value={url.show}
            options={[
              { value: "all", label: "All grants", shown: "All" },
              { value: "standing", label: "Standing" },
              { value: "eligible", label: "Eligible" },
            ]}
            onChange={(show) => void url.set({ show: show === "all" ? null : show })}
          />
          {!isNarrow && (
            <>
              <ToggleGroup
                label="Shown as"
                value={url.view}
                options={[
                  { value: "lens", label: "Lens", shown: <Shown icon={Radar} words="Lens" /> },
                  { value: "table", label: "Table", shown: <Shown icon={Table2} words="Table" /> },
                ]}
                onChange={(view) => void url.set({ view: view === "lens" ? null : view })}
              />
              <Link href={paths.access} className={buttonLook({ variant: "quiet" })}>
                <Grid3x3 aria-hidden size={15} />
                Matrix
              </Link>
            </>
          )}
        </div>
      </div>
      {unknown > 0 && (
        <p className="px-5 pt-1.5 text-sm text-stale-text max-sm:px-4">
          {notTold} for {formatCounted(unknown, "grant")}: the role definitions could not be read. It takes
          Microsoft.Authorization/roleDefinitions/read, which Reader has.
        </p>
      )}
      {isNarrow ? (
        <RingTable exposure={exposure} kinds={kindsOf[url.show]} />
      ) : isTable && exposure ? (
        <div className="flex h-[30rem] grow flex-col">
          <Fetched>
            <ExposureTable exposure={exposure} inventory={inventory} overview={overview} kinds={kindsOf[url.show]} />
          </Fetched>
        </div>
      ) : (
        <div className="relative min-h-[27rem] grow">
          {exposure && <Plot exposure={exposure} overview={overview} />}
        </div>
      )}
    </section>
  );
}

const Shown = ({ icon: Icon, words }: { icon: typeof Radar; words: string }) => (
  <span className="flex items-center gap-1.5">
    <Icon aria-hidden size={14} />
    {words}
  </span>
);

function Plot({ exposure, overview: { findingsOf } }: { exposure: Exposure; overview: Overview }) {
  const url = useOverviewUrl();
  const words = useId();
  const groups = useMemo(() => sectorsOf(exposure.groups), [exposure]);
  const selected = useMemo(() => selectedIn(groups, url.at, findingsOf), [groups, url.at, findingsOf]);
  const kinds = kindsOf[url.show];
  const total =
    (kinds.standing ? sumOf(exposure.held.standing) : 0) + (kinds.eligible ? sumOf(exposure.held.eligible) : 0);
  const open = ({ customers: [first, ...rest] }: Sector) =>
    rest.length === 0 ? go(paths.customer(first.customer)) : void url.set({ view: "table" });
  return (
    <>
      <p id={words} className="sr-only">
        {summaryOf(exposure)} Arrows move along the customers, Page Up and Page Down from source to source, Enter opens.
        T shows the same as a table.
      </p>
      <LensPlot
        groups={groups}
        kinds={kinds}
        total={total}
        selected={selected}
        findingsOf={findingsOf}
        label="Customers by exposure"
        describedBy={words}
        onSelect={({ customers: [first] }) => void url.set({ at: first.customer })}
        onOpen={open}
      />
      {selected && <BeamPanel sector={selected} onOpen={() => open(selected)} />}
      <LensLegend
        isBinned={exposure.customers > mostSectors}
        unknown={(exposure.held.standing[0] ?? 0) + (exposure.held.eligible[0] ?? 0)}
      />
    </>
  );
}

/** The one that the URL names, else the one with most of the worst findings, else the most exposed. */
function selectedIn(groups: readonly SectorGroup[], at: string | null, findingsOf: FindingsOf): Sector | undefined {
  const sectors = groups.flatMap((group) => group.sectors);
  const asked = sectors.find(({ customers }) => customers.some(({ customer }) => customer === at));
  if (asked) return asked;
  const critical = (sector: Sector) => {
    const worst = sector.customers.length === 1 ? worstOf(sector, findingsOf) : undefined;
    return worst?.severity === "critical" ? worst.count : 0;
  };
  const weight = ({ customers: [first] }: Sector) => first.weight;
  return sectors.reduce<Sector | undefined>(
    (best, one) =>
      !best || critical(one) > critical(best) || (critical(one) === critical(best) && weight(one) > weight(best))
        ? one
        : best,
    undefined,
  );
}

function summaryOf({ customers, held, groups }: Exposure): string {
  const [standing, eligible] = [sumOf(held.standing), sumOf(held.eligible)];
  const control = countAt(
    held.standing.map((count, level) => count + held.eligible[level]!),
    5,
  );
  return `${formatCounted(standing + eligible, "role")} held at ${formatCounted(customers, "customer")} from ${formatCounted(groups.length, "source")}: ${formatCount(standing)} standing, ${formatCount(eligible)} eligible, ${control === undefined ? "how many of them with control cannot be told" : `${formatCount(control)} of them with control`}.`;
}
