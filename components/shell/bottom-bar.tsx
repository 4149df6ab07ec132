"use client";

import { Menu, Search } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { classNames } from "@/components/ui/class-names";
import { lazily } from "@/components/ui/lazily";
import { PopoverButton } from "@/components/ui/popover-button";
import { isAt, places } from "./places";

const AccountPanel = lazily(async () => (await import("./account-panel")).AccountPanel);

const look =
  "relative flex h-full flex-1 flex-col items-center justify-center gap-[3px] text-xs leading-[13px] -outline-offset-2";

type Props = { onKeyboardHelp: () => void; onLookup: () => void };

/** The navigation on phones. */
export function BottomBar({ onKeyboardHelp, onLookup }: Props) {
  const path = usePathname();
  return (
    <nav
      aria-label="Main"
      className="z-rail flex h-[58px] shrink-0 border-t border-line-2 bg-rail pb-[env(safe-area-inset-bottom)] sm:hidden"
    >
      {places.map((place) => {
        const isCurrent = isAt(place, path);
        return (
          <Link
            key={place.path}
            href={place.path}
            prefetch={false}
            aria-current={isCurrent ? "page" : undefined}
            className={classNames(look, isCurrent ? "font-[580] text-ink" : "text-ink-2")}
          >
            {isCurrent && (
              <span
                aria-hidden
                className="absolute inset-x-[26%] -top-px h-[3px] bg-beam forced-colors:bg-[Highlight]"
              />
            )}
            <place.icon aria-hidden size={19} />
            {place.name}
          </Link>
        );
      })}
      <button type="button" onClick={onLookup} className={classNames(look, "text-ink-2")}>
        <Search aria-hidden size={19} />
        Search
      </button>
      <PopoverButton
        label="More"
        className={classNames(look, "text-ink-2")}
        panelClassName="w-72"
        trigger={
          <>
            <Menu aria-hidden size={19} />
            More
          </>
        }
      >
        {(close) => <AccountPanel onClose={close} onKeyboardHelp={onKeyboardHelp} />}
      </PopoverButton>
    </nav>
  );
}
