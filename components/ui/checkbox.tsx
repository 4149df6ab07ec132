import { Check, Minus } from "lucide-react";
import { classNames } from "./class-names";

type Props = { checked: boolean | "mixed"; tone?: "beam" | "ink"; label?: string };

/** The box alone. With a label it is a checkbox of its own; else what it stands in carries role, name and key. */
export function CheckMark({ checked, tone = "beam", label }: Props) {
  const Mark = checked === "mixed" ? Minus : Check;
  return (
    <span
      {...(label === undefined
        ? { "aria-hidden": true }
        : { role: "checkbox", "aria-checked": checked, "aria-label": label })}
      className={classNames(
        "inline-grid size-3.5 shrink-0 place-items-center rounded-xs border align-[-2px]",
        !checked && "border-control bg-surface",
        checked && tone === "beam" && "border-beam-line bg-beam text-beam-ink",
        checked && tone === "ink" && "border-ink-2 bg-ink-2 text-raised",
      )}
    >
      {checked && <Mark aria-hidden size={10} className="stroke-[3]!" />}
    </span>
  );
}
