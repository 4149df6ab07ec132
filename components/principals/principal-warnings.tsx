import { TriangleAlert } from "lucide-react";
import { inVainWords } from "@/components/access/in-vain-words";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { NameOrId } from "@/components/ui/name-or-id";
import type { AccessIndex } from "@/lib/domain/access/access-index";
import type { Reach } from "@/lib/domain/access/reach";
import type { ReachedRow } from "@/lib/domain/access/reached-rows";
import { formatCount, formatCounted } from "@/lib/format";

type Props = { index: AccessIndex; reach: Reach; rows: readonly ReachedRow[]; onShowDirect: () => void };

const mostNamed = 4;

/** What a person who looks at this principal must not overlook. */
export function PrincipalWarnings({ index, reach, rows, onShowDirect }: Props) {
  const kind = index.people.kinds[index.people.ids.find(reach.principal)];
  const vain = inVainWords(index, reach);
  if (vain)
    return (
      <Banner tone="high" icon={TriangleAlert}>
        <b>{vain.why}</b> <span className="text-ink-2">{vain.what}</span>
      </Banner>
    );
  const direct = rows.filter(({ through }) => through.some(({ isDirect }) => isDirect));
  if (direct.length === 0 || kind === "group") return null;
  const groups = new Set(rows.flatMap(({ through }) => through.flatMap(({ id, isDirect }) => (isDirect ? [] : id))));
  const closing = rows.length - direct.length;
  const others = direct.length - mostNamed;
  return (
    <Banner
      tone="high"
      icon={TriangleAlert}
      actions={
        <Button size="small" onClick={onShowDirect}>
          {direct.length === 1 ? "Show it" : `Show the ${formatCount(direct.length)}`}
        </Button>
      }
    >
      <b>
        {groups.size > 0
          ? `Leaving ${formatCounted(groups.size, "group")} is not enough.`
          : "Named in the delegation itself."}
      </b>{" "}
      <span className="text-ink-2">
        {groups.size > 0 && `${formatCounted(closing, "customer")} ${closing === 1 ? "closes" : "close"}, `}
        {formatCount(direct.length)} {direct.length === 1 ? "stays" : "stay"} open:{" "}
        {direct.slice(0, mostNamed).map(({ customer, customerName }, at) => (
          <span key={customer}>
            {at > 0 && ", "}
            <NameOrId name={customerName} id={customer} />
          </span>
        ))}
        {others > 0 && ` and ${formatCount(others)} more`}. Each needs an updated template or plan, or removal by the
        customer.
      </span>
    </Banner>
  );
}
