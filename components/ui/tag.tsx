import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "./class-names";

const tones = {
  plain: "bg-press text-ink-2",
  outline: "text-ink-2 inset-ring inset-ring-line-2",
  beam: "text-beam-text inset-ring inset-ring-beam-line",
  ok: "bg-ok-wash text-ok-text",
  high: "bg-sev-high-wash text-sev-high-text",
  critical: "bg-sev-critical-wash text-sev-critical-text",
};
export type Tone = keyof typeof tones;

type Props = { tone?: Tone; icon?: LucideIcon; title?: string; children: ReactNode };

export function Tag({ tone = "plain", icon: Icon, title, children }: Props) {
  return (
    <span
      title={title}
      className={classNames(
        "font-narrow inline-flex h-[17px] align-middle shrink-0 items-center gap-1 rounded-xs px-[5px] text-xs leading-none font-[520] whitespace-nowrap forced-colors:border",
        tones[tone],
      )}
    >
      {Icon && <Icon aria-hidden size={12} />}
      {children}
    </span>
  );
}
