"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import { useMemo } from "react";
import { usePath } from "@/components/ui/address";
import { IconButton } from "@/components/ui/button";
import { go } from "@/components/ui/go";
import type { CustomerRow } from "@/lib/domain/customer";
import type { TenantId } from "@/lib/domain/ids";
import { formatCount } from "@/lib/format";
import { finish } from "@/lib/table/slices";
import { orderFor, prepareOrder, tableOf } from "@/lib/table/table";
import { customerSpec } from "./customer-spec";

/** Which of the customers this is, in the order in which the list shows them, and the way to the ones beside it. */
export function NearCustomers({ tenant, customers }: { tenant: TenantId; customers: readonly CustomerRow[] }) {
  const path = usePath();
  const ordered = useMemo(() => inOrder(customers), [customers]);
  const at = ordered.indexOf(tenant);
  // The same tab of the other customer.
  const to = (other: TenantId | undefined) => other && (() => go(path.replace(tenant, other)));
  return (
    <>
      <span>
        {formatCount(at + 1)} of {formatCount(ordered.length)}
      </span>
      <Step icon={ArrowUp} label="Previous customer" onClick={to(ordered[at - 1])} />
      <Step icon={ArrowDown} label="Next customer" onClick={to(ordered[at + 1])} />
    </>
  );
}

const Step = ({ icon, label, onClick }: { icon: typeof ArrowUp; label: string; onClick: (() => void) | undefined }) => (
  <IconButton icon={icon} label={label} size="small" className="max-sm:mx-2.5" disabled={!onClick} onClick={onClick} />
);

function inOrder(customers: readonly CustomerRow[]): TenantId[] {
  const table = tableOf(customerSpec.columns, customers);
  const { id } = customerSpec.sort;
  finish(prepareOrder(table, id));
  const order = orderFor(table, id)?.rows ?? [];
  return Array.from(order, (row) => customers[row]!.tenant);
}
