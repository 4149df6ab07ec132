import { grantMark } from "@/components/ui/grant-mark";
import { severityMark } from "@/components/ui/severity-mark";
import { formatCounted } from "@/lib/format";

type Props = { isBinned: boolean; /** Roles of which nobody knows how far they reach. */ unknown: number };

export function LensLegend({ isBinned, unknown }: Props) {
  return (
    <ul
      aria-label="Legend"
      className="absolute right-5 bottom-3.5 max-w-44 text-xs leading-[18px] text-ink-2 [&_li]:flex [&_li]:items-center [&_li]:gap-2 [&_li>*:first-child]:mr-0 [&_.sev-small]:size-[10px]"
    >
      <li>{grantMark("standing")}A principal’s standing role</li>
      <li>{grantMark("eligible")}Eligible</li>
      <li>{severityMark("critical", true)}Critical finding</li>
      <li>{severityMark("high", true)}High finding</li>
      {isBinned && <li>Last sectors of a source: several customers, their average</li>}
      {unknown > 0 && <li>{formatCounted(unknown, "role")} of unknown privilege not drawn</li>}
    </ul>
  );
}
