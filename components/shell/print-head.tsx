"use client";

import { useAzure } from "@/components/auth/use-azure";
import { useInventory } from "@/components/coverage/use-inventory";
import { answered, asOf } from "@/components/coverage/words";
import { Foreign } from "@/components/ui/foreign";
import { useNow } from "@/components/ui/use-now";
import { usePrinting } from "@/components/ui/use-printing";
import { isReading } from "@/lib/domain/coverage";
import { formatCount, formatCounted, formatForeign, formatMoment } from "@/lib/format";

/** On paper, the place of the top bar: whose estate it is, as whom and when it was read, and what is missing. */
export function PrintHead() {
  const isPrinting = usePrinting();
  const { azure, account } = useAzure();
  const { inventory } = useInventory();
  const now = useNow();
  if (!isPrinting || !inventory) return null;
  const { coverage } = inventory;
  const at = asOf(coverage);
  const { spokenFor, known } = answered(coverage);
  const tenant = inventory.tenants.get(azure.tenant)?.name;
  const missing = coverage.problems.map(({ what }) => what).join(", ");
  return (
    <p className="print-head">
      Fresnel, {tenant && <Foreign text={tenant} />} {azure.tenant}, as <Foreign text={account.name} /> may see it
      {at !== undefined && `, as of ${formatMoment(at)}`}: {formatCount(spokenFor)} of{" "}
      {formatCounted(known, "subscription")}
      {isReading(coverage) && ", still reading"}.{" "}
      {missing && (
        <>
          Could not be read: <bdi>{formatForeign(missing, 1_000)}</bdi>.{" "}
        </>
      )}
      Printed {formatMoment(now)}.
    </p>
  );
}
