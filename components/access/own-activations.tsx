import { Timer } from "lucide-react";
import { momentTitle } from "@/components/ui/ago";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { columnOf, type TableSpec } from "@/components/ui/data-table/column";
import { Docked } from "@/components/ui/dock";
import { formatCounted, formatMoment } from "@/lib/format";
import type { OwnActivations } from "./use-own-activations";

type Props = { own: OwnActivations };

export const OwnActivationsButton = ({ own }: Props) =>
  (own.ask ?? own.isReading) ? (
    <Button variant="quiet" icon={Timer} isBusy={own.isReading} onClick={own.ask}>
      <span className="max-sm:sr-only">What I have active</span>
    </Button>
  ) : null;

export const OwnActivationsBanner = ({ own }: Props) => (
  <Docked>
    <Told own={own} />
  </Docked>
);

function Told({ own: { active, isReading, unanswered } }: Props) {
  if (unanswered > 0)
    return (
      <Banner tone="high">
        Privileged Identity Management did not tell what is active on {formatCounted(unanswered, "scope")}.
      </Banner>
    );
  if (!active || isReading || active.activations.some(({ until }) => until > active.now)) return null;
  return <Banner>Nothing of yours is active here now.</Banner>;
}

type Row = { activeUntil: number | undefined };

/** With "Active until", where an activation is known: Azure tells people of nobody's but their own. */
export function withActiveUntil<One extends Row>(spec: TableSpec<One>): TableSpec<One> {
  const column = columnOf<One>();
  return {
    ...spec,
    columns: [
      ...spec.columns,
      column({
        id: "active",
        header: "Active until",
        width: 140,
        isShort: true,
        isQuiet: true,
        text: () => "",
        value: ({ activeUntil }) => activeUntil,
        exported: ({ activeUntil }) => (activeUntil === undefined ? "" : new Date(activeUntil)),
        title: ({ activeUntil }) => momentTitle(activeUntil),
        cell: ({ activeUntil }) => (activeUntil === undefined ? null : formatMoment(activeUntil)),
      }),
    ],
  };
}

export const isAnyActive = (rows: readonly Row[]): boolean => rows.some(({ activeUntil }) => activeUntil !== undefined);
