"use client";

import { Menu, Search } from "lucide-react";
import { useAskedPath } from "@/components/ui/address";
import { classNames } from "@/components/ui/class-names";
import { lazily } from "@/components/ui/lazily";
import { Link } from "@/components/ui/link";
import { PopoverButton } from "@/components/ui/popover-button";
import { isAt, places, type Place } from "./places";

const AccountPanel = lazily(async () => (await import("./account-panel")).AccountPanel, "soon");

const look =
  "relative flex h-full flex-1 flex-col items-center justify-center gap-[3px] text-xs leading-[13px] -outline-offset-2";

const onPhones = places.filter((place) => place.isOnPhones);
const [before, after] = [onPhones.slice(0, 2), onPhones.slice(2)];
const others = places.filter((place) => !place.isOnPhones);

const lookOf = (isCurrent: boolean) => classNames(look, isCurrent ? "font-[580] text-ink" : "text-ink-2");

const Here = () => (
  <span aria-hidden className="absolute inset-x-[26%] -top-px h-[3px] bg-beam forced-colors:bg-[Highlight]" />
);

type Props = { onKeyboardHelp: () => void; onLookup: () => void };

/** The navigation on phones; places that it has no room for are in its last panel. */
export function BottomBar({ onKeyboardHelp, onLookup }: Props) {
  const path = useAskedPath();
  const isElsewhere = others.some((place) => isAt(place, path));
  return (
    <nav
      aria-label="Main"
      className="z-rail flex h-[58px] shrink-0 border-t border-line-2 bg-rail pb-[env(safe-area-inset-bottom)] sm:hidden"
    >
      {before.map((place) => (
        <PlaceLink key={place.path} place={place} />
      ))}
      <button type="button" onClick={onLookup} className={classNames(look, "text-ink-2")}>
        <Search aria-hidden size={19} />
        Search
      </button>
      {after.map((place) => (
        <PlaceLink key={place.path} place={place} />
      ))}
      <PopoverButton
        label="More"
        className={lookOf(isElsewhere)}
        panelClassName="w-72"
        trigger={
          <>
            {isElsewhere && <Here />}
            <Menu aria-hidden size={19} />
            More
          </>
        }
      >
        {(close) => (
          <>
            <ul className="border-b border-line py-1.5">
              {others.map((place) => (
                <li key={place.path}>
                  <Link
                    href={place.path}
                    aria-current={isAt(place, path) ? "page" : undefined}
                    onClick={close}
                    className="flex h-touch items-center gap-2.5 px-3 hover:bg-hover aria-[current]:bg-press aria-[current]:font-[580]"
                  >
                    <place.icon aria-hidden size={15} />
                    {place.name}
                  </Link>
                </li>
              ))}
            </ul>
            <AccountPanel onClose={close} onKeyboardHelp={onKeyboardHelp} />
          </>
        )}
      </PopoverButton>
    </nav>
  );
}

function PlaceLink({ place }: { place: Place }) {
  const isCurrent = isAt(place, useAskedPath());
  return (
    <Link href={place.path} aria-current={isCurrent ? "page" : undefined} className={lookOf(isCurrent)}>
      {isCurrent && <Here />}
      <place.icon aria-hidden size={19} />
      {place.name}
    </Link>
  );
}
