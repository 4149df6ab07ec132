"use client";

import { memo, useState, type ReactNode } from "react";
import { CoverageChip } from "@/components/coverage/coverage-chip";
import { useInventory } from "@/components/coverage/use-inventory";
import { Lookup } from "@/components/lookup/lookup";
import { useAskedPath, usePath } from "@/components/ui/address";
import { Dock } from "@/components/ui/dock";
import { Fetched } from "@/components/ui/fetched";
import { go } from "@/components/ui/go";
import { lazily, useLoadAhead } from "@/components/ui/lazily";
import { Toasts } from "@/components/ui/toast";
import { useKeys } from "@/components/ui/use-keys";
import { narrow, useMedia } from "@/components/ui/use-media";
import { paths } from "@/lib/paths";
import { places } from "./places";
import { Rail } from "./rail";
import { TopBar } from "./top-bar";
import { useLookupKey } from "./use-lookup-key";

const Unseen = lazily(async () => (await import("./unseen")).Unseen);
const PrintHead = lazily(async () => (await import("./print-head")).PrintHead);
// Wide screens have the rail.
const BottomBar = lazily(async () => (await import("./bottom-bar")).BottomBar);
const KeyboardHelp = lazily(async () => (await import("./keyboard-help")).KeyboardHelp);

/** The frame of every signed-in page. */
export function Shell({ children }: { children: ReactNode }) {
  const { inventory, readAgain } = useInventory();
  const { finishedAt, sources } = inventory?.coverage ?? {};
  const isThere = finishedAt !== undefined || sources?.assignments.heldFrom !== undefined;
  const isAtFindings = usePath().startsWith(paths.findings);
  const isNarrow = useMedia(narrow);
  const [isHelpOpen, setHelpOpen] = useState(false);
  const openHelp = () => setHelpOpen(true);
  // By number: the next may be asked for before the last has told that it closed.
  const [lookup, setLookup] = useState<number>();
  const openLookup = () => setLookup((last = 0) => last + 1);
  const closeLookup = () => setLookup((open) => (open === lookup ? undefined : open));
  useLookupKey(openLookup);
  useLoadAhead(inventory !== undefined && inventory.delegations.size > 0, "soon");
  useLoadAhead(isThere);
  useKeys({
    "?": openHelp,
    r: readAgain,
    ...Object.fromEntries(places.map(({ key, path }) => [`g ${key}`, () => go(path)])),
  });
  return (
    <div className="flex h-dvh overflow-hidden">
      <a
        href="#main"
        className="absolute top-1 left-1 z-tooltip -translate-y-16 rounded-sm bg-ink px-3 py-2 text-canvas focus:translate-y-0"
      >
        Skip to content
      </a>
      <Rail onKeyboardHelp={openHelp} />
      <div className="flex min-w-0 flex-1 flex-col">
        <TopBar onKeyboardHelp={openHelp} onLookup={openLookup} />
        <Main>
          {inventory?.coverage.finishedAt !== undefined && (
            <Fetched>
              <PrintHead />
            </Fetched>
          )}
          {children}
        </Main>
        <Toasts />
        <Dock />
        {isNarrow && (
          <Fetched fallback={<div className="h-[58px] shrink-0 border-t border-line-2 bg-rail" />}>
            <BottomBar onKeyboardHelp={openHelp} onLookup={openLookup} />
          </Fetched>
        )}
      </div>
      {(isAtFindings || isThere) && (
        <Fetched>
          <Unseen isAtFindings={isAtFindings} />
        </Fetched>
      )}
      {isHelpOpen && (
        <Fetched onFailure={() => setHelpOpen(false)}>
          <KeyboardHelp onClose={() => setHelpOpen(false)} />
        </Fetched>
      )}
      {lookup !== undefined && <Lookup key={lookup} onClose={closeLookup} onKeyboardHelp={openHelp} />}
    </div>
  );
}

/** The page, which is busy until the one that was asked for has been drawn. */
function Main({ children }: { children: ReactNode }) {
  const isBusy = useAskedPath() !== usePath();
  return (
    <main
      id="main"
      tabIndex={-1}
      aria-busy={isBusy}
      className="flex min-h-0 flex-1 flex-col overflow-y-auto outline-none"
    >
      {children}
    </main>
  );
}

/** On phones the freshness chip is a row of its own, below the page's title. */
export const FreshnessRow = memo(() => (
  <div className="sm:hidden">
    <CoverageChip isRow />
  </div>
));
FreshnessRow.displayName = "FreshnessRow";
