import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { BannerLine } from "./banner-line";
import { classNames } from "./class-names";

const tones = { plain: "bg-sunken", high: "bg-sev-high-wash", critical: "bg-sev-critical-wash" };

type Props = {
  tone?: keyof typeof tones;
  icon?: LucideIcon | undefined;
  lead?: ReactNode;
  actions?: ReactNode;
  /** What follows from the sentence: shown as far as there is room, and whole when asked for. */
  more?: ReactNode;
  children: ReactNode;
};

/** One line with at most one action that matters. Only an expired sign-in interrupts. */
export function Banner({ tone = "plain", icon: Icon, lead, actions, more, children }: Props) {
  return (
    <div
      role={tone === "critical" ? "alert" : "status"}
      className={classNames(
        "flex min-h-9 shrink-0 items-center gap-2.5 border-b border-line px-5 py-1.5 text-base max-sm:px-4 [&_b]:font-[620]",
        // On phones the button behind which the rest waits is as high as the line.
        more !== undefined && "max-sm:py-0",
        tones[tone],
      )}
    >
      {lead}
      {Icon && <Icon aria-hidden size={15} className={classNames("shrink-0", tone === "high" && "text-stale-text")} />}
      {more === undefined ? (
        <>
          <div className="min-w-0 flex-1">{children}</div>
          {actions && <div className="ml-auto flex shrink-0 items-center justify-end gap-1">{actions}</div>}
        </>
      ) : (
        <BannerLine more={more} actions={actions}>
          {children}
        </BannerLine>
      )}
    </div>
  );
}
