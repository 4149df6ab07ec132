import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "./class-names";

const tones = { plain: "bg-sunken", high: "bg-sev-high-wash", critical: "bg-sev-critical-wash" };

type Props = {
  tone?: keyof typeof tones;
  icon?: LucideIcon | undefined;
  lead?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
};

/** One line with at most one action that matters. Only an expired sign-in interrupts. */
export function Banner({ tone = "plain", icon: Icon, lead, actions, children }: Props) {
  return (
    <div
      role={tone === "critical" ? "alert" : "status"}
      className={classNames(
        "flex min-h-9 shrink-0 items-center gap-2.5 border-b border-line px-5 py-1.5 text-base max-sm:px-4",
        tones[tone],
      )}
    >
      {lead}
      {Icon && <Icon aria-hidden size={15} className={classNames("shrink-0", tone === "high" && "text-stale-text")} />}
      <div className="min-w-0 flex-1 [&_b]:font-[620]">{children}</div>
      {actions && <div className="ml-auto flex shrink-0 items-center justify-end gap-1">{actions}</div>}
    </div>
  );
}
