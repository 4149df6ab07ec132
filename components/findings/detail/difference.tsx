import { classNames } from "@/components/ui/class-names";
import { around, differenceOf } from "@/lib/domain/findings/fixes/difference";

const looks = { same: "", added: "bg-diff-add text-diff-add-ink", removed: "bg-diff-del text-diff-del-ink" };
const signs = { same: " ", added: "+", removed: "−" };
const words = { same: "", added: "added: ", removed: "removed: " };

/** Two texts laid over each other, the changed lines with some around them. */
export function Difference({ before, after }: { before: string; after: string }) {
  const lines = around(differenceOf(before.split("\n"), after.split("\n")), 3);
  return (
    <div
      tabIndex={0}
      role="region"
      aria-label="Before and after"
      className="mb-2 max-h-120 overflow-auto rounded-xs border border-line bg-sunken font-mono text-[11.5px] leading-[18px]"
    >
      <div className="w-max min-w-full">
        {lines.map((line, at) =>
          line ? (
            <div key={at} className={classNames("grid grid-cols-[34px_16px_1fr] whitespace-pre", looks[line.kind])}>
              <span aria-hidden className={classNames("pr-2 text-right", line.kind === "same" && "text-ink-3")}>
                {line.number}
              </span>
              <span aria-hidden>{signs[line.kind]}</span>
              <span className="[unicode-bidi:plaintext]">
                <span className="sr-only">{words[line.kind]}</span>
                {line.text}
              </span>
            </div>
          ) : (
            <div key={at} className="pl-12.5 text-ink-3">
              …
            </div>
          ),
        )}
      </div>
    </div>
  );
}
