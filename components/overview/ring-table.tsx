import { privilegeName } from "@/components/ui/privilege-mark";
import type { Exposure } from "@/lib/domain/overview/exposure";
import type { Kinds } from "./lens/draw-lens";
import { rings } from "./privilege-words";
import { RingCount } from "./ring-count";
import { RingMark } from "./ring-mark";

/** The lens where there is no room for it: its rings, with the grants in each. */
export function RingTable({ exposure, kinds }: { exposure: Exposure | undefined; kinds: Kinds }) {
  const shown = (["standing", "eligible"] as const).filter((kind) => kinds[kind]);
  return (
    <table className="mx-4 mt-1 mb-2 border-collapse">
      <thead className="text-xs text-ink-2">
        <tr className="border-b border-line-2">
          <th scope="col" className="py-1 text-left font-[520]">
            Privilege
          </th>
          {shown.map((kind) => (
            <th key={kind} scope="col" className="w-20 py-1 text-right font-[520]">
              {kind === "standing" ? "Standing" : "Eligible"}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rings.map(({ level, does }) => (
          <tr key={level} className="border-b border-line">
            <th scope="row" className="py-1.5 text-left">
              <span className="flex items-center gap-2.5">
                <RingMark level={level} />
                <span>
                  <span className="block text-md font-[580]">{privilegeName(level)}</span>
                  <span className="block text-sm font-[400] text-ink-2">{does}</span>
                </span>
              </span>
            </th>
            {shown.map((kind) => (
              <td key={kind} className="text-right">
                <RingCount
                  exposure={exposure}
                  kind={kind}
                  level={level}
                  className="inline-flex min-h-touch min-w-11 items-center justify-end text-md"
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
