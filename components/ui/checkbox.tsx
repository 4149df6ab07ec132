import { Check, Minus } from "lucide-react";
import { classNames } from "./class-names";

type Props = { checked: boolean | "mixed"; tone?: "beam" | "ink" };

/** The box alone; what it stands in carries the role, the name and the key. */
export function CheckMark({ checked, tone = "beam" }: Props) {
  const Mark = checked === "mixed" ? Minus : Check;
  return (
    <span
      aria-hidden
      className={classNames(
        "grid size-3.5 shrink-0 place-items-center rounded-xs border",
        !checked && "border-control bg-surface",
        checked && tone === "beam" && "border-beam-line bg-beam text-beam-ink",
        checked && tone === "ink" && "border-ink-2 bg-ink-2 text-raised",
      )}
    >
      {checked && <Mark size={10} className="stroke-[3]!" />}
    </span>
  );
}
