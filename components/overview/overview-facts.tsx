import type { ReactNode } from "react";
import { useFindingsError } from "@/components/assessment/use-findings";
import { answered } from "@/components/coverage/words";
import { Unknown } from "@/components/ui/ago";
import { Awaited } from "@/components/ui/awaited";
import { Fact, Facts } from "@/components/ui/facts";
import { Link } from "@/components/ui/link";
import { SeverityCounts } from "@/components/ui/severity-counts";
import { severityNames } from "@/components/ui/severity-mark";
import type { CustomerRow } from "@/lib/domain/customer";
import { isReading } from "@/lib/domain/coverage";
import type { Inventory } from "@/lib/domain/inventory";
import { sumOf } from "@/lib/domain/overview/exposure";
import { formatCount, formatShare } from "@/lib/format";
import { paths } from "@/lib/paths";
import { customersIn, delegationsIn } from "@/lib/queries/inventory-rows";
import type { Overview } from "./use-overview";

type Props = { inventory: Inventory; overview: Overview };

/** What there is, as numbers that lead to their lists. What may still grow says so. */
export function OverviewFacts({ inventory, overview: { exposure, people, findings } }: Props) {
  const { coverage } = inventory;
  const isGrowing = isReading(coverage);
  const { spokenFor, known } = answered(coverage);
  const customers = customersIn(inventory);
  const standing = exposure && sumOf(exposure.grants.standing);
  const eligible = exposure && sumOf(exposure.grants.eligible);
  const share = (of: number | undefined) =>
    standing !== undefined && eligible !== undefined && of !== undefined && standing + eligible > 0
      ? formatShare(of / (standing + eligible))
      : undefined;
  const error = useFindingsError();
  const soFar = isGrowing ? "so far" : undefined;
  const hasPeople = people && (people.surely > 0 || people.hidden === 0);
  const arePeopleUnread = findings !== undefined && findings.of.directory === undefined;
  return (
    <Facts>
      <Fact label="Customers">
        <Number value={customers.length} href={paths.customers} note={soFar} />
      </Fact>
      <Fact label="Whole subscriptions">
        <Number
          value={wholeSubscriptions(customers)}
          unknown={isGrowing ? undefined : "None of them could be read"}
          href={paths.customersBySubscriptions}
          note={
            soFar ??
            (spokenFor < known && (
              <a
                href="#coverage"
                className="touch-target inline-flex min-h-6 items-center text-stale-text hover:underline"
              >
                {formatCount(known - spokenFor)} unreachable
              </a>
            ))
          }
        />
      </Fact>
      <Fact label="Delegations">
        <Number value={delegationsIn(inventory).length} href={paths.delegations} note={soFar} />
      </Fact>
      <Fact label="Grants standing">
        <Number value={standing} href={paths.assignmentsThat("Standing")} note={soFar ?? share(standing)} />
      </Fact>
      <Fact label="Grants eligible">
        <Number value={eligible} href={paths.assignmentsThat("Eligible")} note={soFar ?? share(eligible)} />
      </Fact>
      <Fact label="People who can reach a customer">
        <Number
          value={hasPeople ? people.surely : undefined}
          unknown={(people || arePeopleUnread) && "People cannot be seen"}
          href={paths.peopleWithAccess}
          note={
            hasPeople
              ? `of ${formatCount(people.known)} known${people.perhaps > 0 ? `, ${formatCount(people.perhaps)} not certain` : ""}`
              : (people || arePeopleUnread) && <Unseen coverage={coverage} />
          }
        />
      </Fact>
      <Fact label="Open findings" isWide>
        {findings ? (
          <SeverityCounts
            counts={findings.counts}
            untold={findings.untold.anywhere}
            hrefOf={(severity) => paths.findingsOfSeverity(severityNames[severity])}
            className="min-h-7 text-md"
          />
        ) : (
          <span className="flex min-h-7 items-center text-xl font-[420]">
            {error ? <Unknown what="Judging failed" /> : <Awaited what="What was read is still being judged" />}
          </span>
        )}
      </Fact>
    </Facts>
  );
}

/** Where nobody can be told from nobody known: what it takes, and the way to the account of it. */
function Unseen({ coverage: { problems } }: Pick<Inventory, "coverage">) {
  const isRefused = problems.some(({ source, kind }) => source === "principals" && kind === "refused");
  return (
    <a href="#coverage" className="touch-target inline-flex min-h-6 items-center text-stale-text hover:underline">
      {isRefused ? "Directory.Read.All is missing" : "cannot be seen"}
    </a>
  );
}

/** Those that customers delegated as a whole; of others there are resource groups alone. undefined: nobody could be read. */
function wholeSubscriptions(customers: readonly CustomerRow[]): number | undefined {
  const read = customers.flatMap(({ subscriptions }) => subscriptions ?? []);
  if (read.length === 0 && customers.length > 0) return undefined;
  return read.reduce((sum, count) => sum + count, 0);
}

/** As wide as what most of them will say, so that the next one stays where it is when it does. */
function Number({
  value,
  href,
  note,
  unknown,
}: {
  value: number | undefined;
  href: string;
  note?: ReactNode;
  /** Why there is no value; undefined while it is on its way. */
  unknown?: string | false | undefined;
}) {
  return (
    <span className="flex min-w-25 items-center gap-1.5 max-sm:gap-3">
      <Link href={href} className="touch-target rounded-xs text-xl font-[420] tracking-[-0.01em] hover:underline">
        {value !== undefined ? (
          formatCount(value)
        ) : unknown ? (
          <Unknown what={unknown} />
        ) : (
          <Awaited what="Still being read" />
        )}
      </Link>
      {note && (value !== undefined || unknown) && <span className="text-sm font-[400] text-ink-2">{note}</span>}
    </span>
  );
}
