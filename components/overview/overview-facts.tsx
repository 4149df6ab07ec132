import type { ReactNode } from "react";
import { useFindingsError } from "@/components/assessment/use-findings";
import { answered } from "@/components/coverage/words";
import { Unknown } from "@/components/ui/ago";
import { Fact, Facts } from "@/components/ui/facts";
import { Link } from "@/components/ui/link";
import { SeverityCounts } from "@/components/ui/severity-counts";
import { severityNames } from "@/components/ui/severity-mark";
import type { CustomerRow } from "@/lib/domain/customer";
import { isReading } from "@/lib/domain/coverage";
import type { Inventory } from "@/lib/domain/inventory";
import { sumOf } from "@/lib/domain/overview/exposure";
import { formatCount } from "@/lib/format";
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
      ? `${Math.round((100 * of) / (standing + eligible))}%`
      : undefined;
  const error = useFindingsError();
  const soFar = isGrowing ? "so far" : undefined;
  return (
    <Facts>
      <Fact label="Customers">
        <Number value={customers.length} href={paths.customers} note={soFar} />
      </Fact>
      <Fact label="Whole subscriptions">
        <Number
          value={wholeSubscriptions(customers)}
          unknown="None of them could be read"
          href={paths.customersBySubscriptions}
          note={
            soFar ??
            (spokenFor < known && (
              <a href="#coverage" className="inline-flex min-h-6 items-center text-stale-text hover:underline">
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
          value={people?.surely}
          href={paths.peopleWithAccess}
          note={
            people &&
            `of ${formatCount(people.known)} known${people.perhaps > 0 ? `, ${formatCount(people.perhaps)} not certain` : ""}`
          }
        />
      </Fact>
      <Fact label="Open findings" isWide>
        {findings ? (
          <SeverityCounts
            counts={findings.counts}
            hrefOf={(severity) => paths.findingsOfSeverity(severityNames[severity])}
            className="min-h-7 text-md"
          />
        ) : (
          <span className="flex min-h-7 items-center text-xl font-[420]">
            <Unknown what={error ? "Judging failed" : "What was read is still being judged"} />
          </span>
        )}
      </Fact>
    </Facts>
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
  unknown = "Not read yet",
}: {
  value: number | undefined;
  href: string;
  note?: ReactNode;
  unknown?: string;
}) {
  return (
    <span className="flex min-w-25 items-center gap-1.5">
      <Link href={href} className="rounded-xs text-xl font-[420] tracking-[-0.01em] hover:underline">
        {value === undefined ? <Unknown what={unknown} /> : formatCount(value)}
      </Link>
      {note !== undefined && value !== undefined && <span className="text-sm font-[400] text-ink-2">{note}</span>}
    </span>
  );
}
