import { Foreign } from "@/components/ui/foreign";
import { Kbd } from "@/components/ui/kbd";
import type { Entry } from "@/lib/lookup/entry";
import { kindWords } from "./target-words";

type Props = { entry: Entry; mine: string | undefined; hasPortal: boolean };

/** The current answer at more length, and what can be done with it. */
export function LookupPreview({ entry, mine, hasPortal }: Props) {
  const { name, detail, copies, target } = entry;
  return (
    <aside
      aria-label="Current answer"
      className="flex w-69 shrink-0 flex-col border-l border-line bg-canvas p-4 max-sm:hidden"
    >
      <p className="text-xs text-ink-3">{kindWords[target.kind][0]}</p>
      <p className="text-lg font-[620] wrap-anywhere">
        <Foreign text={name} limit={120} />
      </p>
      {target.kind !== "place" && target.kind !== "offer" && (
        <p className="mt-1 font-mono text-xs wrap-anywhere text-ink-2">{copies}</p>
      )}
      {detail && (
        <p className="mt-3 border-t border-line pt-3 text-sm wrap-anywhere text-ink-2">
          <Foreign text={detail} limit={200} />
        </p>
      )}
      {mine && <p className="mt-2 text-sm first-letter:uppercase">{mine}</p>}
      <dl className="mt-auto grid gap-1.5 border-t border-line pt-3 text-sm">
        <Action
          name={target.kind === "subscription" || target.kind === "resourceGroup" ? "Who reaches it" : "Open"}
          keys={["↵"]}
        />
        {hasPortal && <Action name="Open in Azure portal" keys={["Alt", "↵"]} />}
        <Action name="Copy id" keys={["Ctrl", "C"]} />
      </dl>
    </aside>
  );
}

const Action = ({ name, keys }: { name: string; keys: readonly string[] }) => (
  <div className="flex items-center">
    <dt>{name}</dt>
    <dd className="ml-auto flex gap-1">
      {keys.map((key) => (
        <Kbd key={key}>{key}</Kbd>
      ))}
    </dd>
  </div>
);
