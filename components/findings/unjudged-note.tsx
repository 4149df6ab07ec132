import { EyeOff } from "lucide-react";
import { memo } from "react";
import { Banner } from "@/components/ui/banner";
import { Link } from "@/components/ui/link";
import { blindWords } from "@/lib/domain/findings/blind";
import type { Unjudged } from "@/lib/domain/findings/finding";
import { formatCount, formatCounted } from "@/lib/format";
import { paths } from "@/lib/paths";

const tableLook =
  "w-full border-collapse text-left [&_td]:py-1 [&_td]:pr-4 [&_td]:align-top sm:[&_td]:border-t sm:[&_td]:border-line [&_th]:pr-4 [&_th]:text-xs [&_th]:font-[520] [&_th]:text-ink-2";
/** On phones what is a cell elsewhere is a line of its own. */
const rowLook = "max-sm:flex max-sm:flex-col max-sm:border-t max-sm:border-line max-sm:py-1.5 max-sm:[&_td]:py-0.5";

function Note({ unjudged }: { unjudged: readonly Unjudged[] }) {
  if (unjudged.length === 0) return null;
  const rules = new Set(unjudged.flatMap(({ rule }) => rule?.id ?? []));
  return (
    <Banner tone="high" icon={EyeOff}>
      <details className="group">
        <summary className="max-sm:py-1">
          <b>Not everything could be judged.</b>{" "}
          {rules.size > 0
            ? `${formatCounted(rules.size, "rule")} ${rules.size === 1 ? "has" : "have"} no answer for something.`
            : "Some of it could not be read."}{" "}
          <span className="link group-open:hidden print:hidden">Show</span>
          <span className="link hidden group-open:inline print:hidden">Hide</span>
        </summary>
        <div
          tabIndex={0}
          role="region"
          aria-label="What could not be judged"
          className="mt-1 max-h-64 overflow-auto max-sm:max-h-none"
        >
          <table className={tableLook}>
            <thead className="max-sm:sr-only">
              <tr>
                <th scope="col">Rule</th>
                <th scope="col">Why</th>
                <th scope="col">What it takes</th>
                <th scope="col" className="text-right">
                  Concerns
                </th>
              </tr>
            </thead>
            <tbody>
              {unjudged.map(({ rule, because, about }) => {
                const { why, fix } = blindWords(because);
                return (
                  <tr key={`${rule?.id} ${why}`} className={rowLook}>
                    <td className="min-w-40">
                      {rule ? (
                        <Link href={paths.rule(rule.id)} className="link">
                          {rule.title}
                        </Link>
                      ) : (
                        "All rules"
                      )}
                    </td>
                    <td className="text-ink-2">{why}</td>
                    <td className="text-ink-2">{fix}</td>
                    <td className="text-right whitespace-nowrap max-sm:text-left max-sm:before:content-['Concerns_']">
                      {about.size === 0 ? "all" : formatCount(about.size)}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      </details>
    </Banner>
  );
}

/** What no answer was possible for, rule by rule: why, how much, and what it takes. Nothing where all was judged. */
export const UnjudgedNote = memo(Note);
