"use client";

import {
  ArrowDownRight,
  ArrowUpRight,
  FileDiff,
  MoveRight,
  Plus,
  Unlink,
  Unplug,
  Plug,
  type LucideIcon,
} from "lucide-react";
import { useMemo, useState } from "react";
import { Moment } from "@/components/ui/ago";
import { foreignText } from "@/components/ui/foreign";
import type { Change } from "@/lib/domain/changes/change";
import { changesBetween } from "@/lib/domain/changes/changes-between";
import { isReading } from "@/lib/domain/coverage";
import { customerNames } from "@/lib/domain/customer-name";
import type { Inventory } from "@/lib/domain/inventory";
import { formatCount, formatCounted, formatShortId } from "@/lib/format";
import { changeHref, changeWords } from "./change-words";
import { Section, SectionLink } from "./section";
import { Waiting } from "./waiting";

const atFirst = 6;

const icons: Readonly<Record<Change["kind"], LucideIcon>> = {
  unanswered: Unplug,
  answersAgain: Plug,
  customerGone: Unlink,
  gone: Unlink,
  customerCame: Plus,
  came: Plus,
  moved: MoveRight,
  widened: ArrowUpRight,
  narrowed: ArrowDownRight,
  version: FileDiff,
};

type Props = {
  /** undefined: nothing is known of an earlier visit. */
  before: Inventory | undefined;
  /** When it was seen, in milliseconds since the epoch. */
  at: number;
  after: Inventory;
};

/** What changed since this person last looked, the worst first. */
export function ChangesList({ before, at, after }: Props) {
  const [isWhole, setWhole] = useState(false);
  const isSettled = !isReading(after.coverage);
  const found = useMemo(
    () => (before && isSettled ? changesBetween(before, after) : undefined),
    [before, after, isSettled],
  );
  if (!before) return null;
  const nameOf = customerNames(after);
  const names = {
    before,
    after,
    customerText: (tenant: Change["customer"]) => nameOf(tenant).name ?? formatShortId(tenant),
  };
  const changes = found?.changes ?? [];
  return (
    <Section
      title="Changed"
      note={
        <>
          {found && `${formatCount(changes.length)} `}since you looked, <Moment at={at} />
        </>
      }
    >
      {!found && <Waiting lines={3} words="Reading what there is now" />}
      {found && changes.length === 0 && (
        <p className="pb-1 text-ink-2">
          {found.cannotTell > 0 ? "Nothing in what could be compared." : "Nothing: it is as you saw it."}
        </p>
      )}
      <ul className="divide-y divide-line">
        {changes.slice(0, isWhole ? undefined : atFirst).map((change, place) => (
          <li key={place}>
            <SectionLink href={changeHref(change)} mark={<Icon kind={change.kind} />}>
              <bdi className="font-[550]">{foreignText(change.name ?? formatShortId(change.customer))}</bdi>{" "}
              <bdi className="text-ink-2">{changeWords(change, names)}</bdi>
            </SectionLink>
          </li>
        ))}
      </ul>
      {changes.length > atFirst && !isWhole && (
        <button
          type="button"
          className="link flex min-h-6 items-center text-sm max-sm:min-h-touch"
          onClick={() => setWhole(true)}
        >
          Show all {formatCount(changes.length)}
        </button>
      )}
      {found && found.cannotTell > 0 && (
        <p className="pt-1 text-sm text-stale-text">
          Of {formatCounted(found.cannotTell, "delegation")} nobody can tell: then or now they could not be read.
        </p>
      )}
    </Section>
  );
}

function Icon({ kind }: { kind: Change["kind"] }) {
  const Shown = icons[kind];
  return <Shown aria-hidden size={14} />;
}
