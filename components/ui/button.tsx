import { LoaderCircle, type LucideIcon } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names";

type Look = Readonly<{ variant?: "primary" | "plain" | "quiet"; size?: "base" | "small" | "touch" }>;

const variants = {
  primary: "border-beam-line bg-beam font-[600] text-beam-ink hover:bg-beam-2 active:border-beam-ink",
  plain: "border-line-2 bg-surface font-[520] text-ink hover:border-control hover:bg-hover active:bg-press",
  quiet: "border-transparent font-[520] text-ink-2 hover:bg-hover hover:text-ink active:bg-press",
};
const sizes = {
  base: "h-control px-2.5 text-base max-sm:h-touch max-sm:min-w-11",
  small: "touch-target h-control-sm px-2 text-sm",
  touch: "h-touch px-4 text-md",
};

export const buttonLook = ({ variant = "plain", size = "base" }: Look = {}, extra?: string): string =>
  classNames(
    "dur-1 inline-flex shrink-0 items-center justify-center gap-1.5 rounded-sm border whitespace-nowrap transition-colors print:hidden",
    "disabled:cursor-not-allowed disabled:border-line disabled:bg-transparent disabled:font-[520] disabled:text-ink-off",
    variants[variant],
    sizes[size],
    extra,
  );

type Props = ComponentProps<"button"> & Look & { icon?: LucideIcon; isBusy?: boolean; children?: ReactNode };

/** One `primary` button per view. A busy one keeps its label; a ring takes the icon's place. */
export function Button({ variant, size, icon: Icon, isBusy = false, className, children, ...rest }: Props) {
  const look = { ...(variant && { variant }), ...(size && { size }) };
  return (
    <button type="button" aria-busy={isBusy || undefined} className={buttonLook(look, className)} {...rest}>
      {isBusy ? (
        <LoaderCircle aria-hidden size={12} className="motion-safe:animate-spin" />
      ) : (
        Icon && <Icon aria-hidden size={size === "small" ? 13 : 15} />
      )}
      {children}
    </button>
  );
}

type IconButtonProps = ComponentProps<"button"> & { icon: LucideIcon; label: string; size?: "small" | "base" };

export function IconButton({ icon: Icon, label, size = "base", className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className={classNames(
        "grid shrink-0 place-items-center rounded-sm text-ink-2 hover:bg-hover hover:text-ink disabled:text-ink-off",
        size === "small" ? "touch-target size-6" : "size-7 max-sm:size-11",
        className,
      )}
      {...rest}
    >
      <Icon aria-hidden size={size === "small" ? 13 : 15} />
    </button>
  );
}
