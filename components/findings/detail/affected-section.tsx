"use client";

import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { NameOrId } from "@/components/ui/name-or-id";
import { PanelSection } from "@/components/ui/side-panel";
import { useMore } from "@/components/ui/use-more";
import type { FindingRow } from "@/lib/domain/findings/rows/finding-rows";
import type { TenantId } from "@/lib/domain/ids";
import { formatCount, formatCounted } from "@/lib/format";
import { paths } from "@/lib/paths";

const atFirst = 12;

/** All customers that it concerns, and in how many scopes. */
export function AffectedSection({ row: { customers, delegations } }: { row: FindingRow }) {
  const [shown, showMore] = useMore(atFirst);
  if (customers.length === 0) return null;
  const scopes = new Map<TenantId, number>();
  for (const { customer } of delegations) scopes.set(customer, (scopes.get(customer) ?? 0) + 1);
  return (
    <PanelSection title="Customers affected" note={formatCount(customers.length)}>
      <ul className="pb-2">
        {customers.slice(0, shown).map(({ id, name }) => (
          <li key={id} className="flex min-h-6.5 items-center gap-2 max-sm:min-h-touch">
            <Link href={paths.customer(id)} className="link min-w-0 truncate max-sm:min-w-11 max-sm:leading-[2.75rem]">
              <NameOrId name={name} id={id} idLook="text-sm" />
            </Link>
            <span className="ml-auto shrink-0 text-sm text-ink-3">{formatCounted(scopes.get(id) ?? 0, "scope")}</span>
          </li>
        ))}
      </ul>
      {customers.length > shown && (
        <Button size="small" className="mb-2" onClick={showMore}>
          Show more of {formatCount(customers.length)}
        </Button>
      )}
    </PanelSection>
  );
}
