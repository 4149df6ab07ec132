"use client";

import { PanelLeft } from "lucide-react";
import { useAskedPath } from "@/components/ui/address";
import { IconButton } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { Kbd, SingleKey } from "@/components/ui/kbd";
import { Link } from "@/components/ui/link";
import { Logo } from "@/components/ui/logo";
import { severityMark } from "@/components/ui/severity-mark";
import { Tooltip } from "@/components/ui/tooltip";
import { usePreference } from "@/components/ui/use-preference";
import { formatCount } from "@/lib/format";
import { paths } from "@/lib/paths";
import { savedRail } from "@/lib/preference";
import { isAt, places } from "./places";
import { useCounts } from "./use-counts";

/** The navigation at the left: names and counts on wide screens, icons with hints below 1280 or when it was closed. */
export function Rail({ onKeyboardHelp }: { onKeyboardHelp: () => void }) {
  const path = useAskedPath();
  const counts = useCounts();
  const [saved, save] = usePreference(savedRail);
  const isOpen = saved === "open";
  const onlyOpen = isOpen ? "max-xl:hidden" : "hidden";
  return (
    <nav
      aria-label="Main"
      className={classNames(
        "z-rail flex shrink-0 flex-col border-r border-line bg-rail max-sm:hidden",
        isOpen ? "w-12 xl:w-rail" : "w-12",
      )}
    >
      <Link
        href={paths.overview}

        aria-label="Fresnel"
        className="flex h-topbar items-center gap-[9px] px-3.5 text-md font-[640] font-stretch-[104%] -outline-offset-2"
      >
        <Logo className="size-5 shrink-0" />
        <span className={onlyOpen}>Fresnel</span>
      </Link>
      <ul className="px-2 py-1">
        {places.map((place) => {
          const isCurrent = isAt(place, path);
          const count = counts[place.path];
          const isWorst = place.path === paths.findings;
          const link = (
            <Link
              href={place.path}

              aria-current={isCurrent ? "page" : undefined}
              aria-label={
                count === undefined ? place.name : `${place.name}, ${countText(count)}${isWorst ? " critical" : ""}`
              }
              className={classNames(
                "relative flex h-7 items-center gap-2.5 rounded-sm px-2",
                isCurrent
                  ? "edge bg-press font-[580] text-ink before:inset-y-1! before:-left-2!"
                  : "text-ink-2 hover:bg-hover hover:text-ink",
              )}
            >
              <place.icon aria-hidden size={15} className="shrink-0" />
              <span className={onlyOpen}>{place.name}</span>
              {count !== undefined && (
                <span className={classNames("font-narrow ml-auto text-xs font-[400] text-ink-3", onlyOpen)}>
                  {isWorst && <>{severityMark("critical", true)} </>}
                  {countText(count)}
                </span>
              )}
            </Link>
          );
          return (
            <li key={place.path}>
              <Tooltip text={place.name}>{link}</Tooltip>
            </li>
          );
        })}
      </ul>
      <div className="mt-auto flex items-center justify-between border-t border-line px-3 py-2.5 text-xs text-ink-3">
        <button
          type="button"
          onClick={onKeyboardHelp}
          className={classNames("items-center gap-1 hover:text-ink", isOpen ? "hidden xl:flex" : "hidden")}
        >
          Keyboard{" "}
          <SingleKey>
            <Kbd>?</Kbd>
          </SingleKey>
        </button>
        <IconButton
          icon={PanelLeft}
          size="small"
          label={isOpen ? "Collapse navigation" : "Open navigation"}
          aria-expanded={isOpen}
          className="max-xl:hidden"
          onClick={() => save(isOpen ? "closed" : "open")}
        />
      </div>
    </nav>
  );
}

const countText = (count: number | "?"): string => (count === "?" ? count : formatCount(count));
