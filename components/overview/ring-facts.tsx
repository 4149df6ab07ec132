import { privilegeName } from "@/components/ui/privilege-mark";
import type { Exposure } from "@/lib/domain/overview/exposure";
import { rings } from "./privilege-words";
import { RingCount } from "./ring-count";
import { RingMark } from "./ring-mark";

/** The rings of the lens in words and numbers; each number leads to those grants. */
export function RingFacts({ exposure }: { exposure: Exposure | undefined }) {
  return (
    <dl className="mt-auto grid shrink-0 grid-cols-5 border-t border-line max-sm:hidden">
      {rings.map(({ level, does }) => {
        return (
          <div key={level} className="min-w-0 border-r border-line px-4 pt-2.5 pb-3 first:pl-5 last:border-r-0">
            <dt className="flex items-center gap-2.5 font-[580]">
              <RingMark level={level} />
              {privilegeName(level)}
            </dt>
            <dd className="flex flex-wrap gap-x-3">
              {(["standing", "eligible"] as const).map((kind) => (
                <RingCount
                  key={kind}
                  exposure={exposure}
                  kind={kind}
                  level={level}
                  className="touch-target inline-flex min-h-6 items-center rounded-xs hover:underline"
                />
              ))}
            </dd>
            <dd className="text-sm text-ink-2">{does}</dd>
          </div>
        );
      })}
    </dl>
  );
}
