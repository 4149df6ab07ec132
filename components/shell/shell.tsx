"use client";

import { usePathname, useRouter } from "next/navigation";
import { Suspense, useState, type ReactNode } from "react";
import { CoverageChip } from "@/components/coverage/coverage-chip";
import { useInventory } from "@/components/coverage/use-inventory";
import { Dock } from "@/components/ui/dock";
import { lazily } from "@/components/ui/lazily";
import { Toasts } from "@/components/ui/toast";
import { useKeys } from "@/components/ui/use-keys";
import { narrow, useMedia } from "@/components/ui/use-media";
import { paths } from "@/lib/paths";
import { places } from "./places";
import { Rail } from "./rail";
import { TopBar } from "./top-bar";
import { useLookupKey } from "./use-lookup-key";

// The rules, which are many, are fetched after the first rows are there.
const FindingsReader = lazily(async () => (await import("@/components/assessment/findings-reader")).FindingsReader);
const LookupDialog = lazily(async () => (await import("@/components/lookup/lookup-dialog")).LookupDialog);
// Wide screens have the rail.
const BottomBar = lazily(async () => (await import("./bottom-bar")).BottomBar);
const KeyboardHelp = lazily(async () => (await import("./keyboard-help")).KeyboardHelp);

/** The frame of every signed-in page. */
export function Shell({ children }: { children: ReactNode }) {
  const router = useRouter();
  const { inventory, readAgain } = useInventory();
  const isAtFindings = usePathname().startsWith(paths.findings);
  const isNarrow = useMedia(narrow);
  const [isHelpOpen, setHelpOpen] = useState(false);
  const openHelp = () => setHelpOpen(true);
  const [isLookupOpen, setLookupOpen] = useState(false);
  const openLookup = () => setLookupOpen(true);
  useLookupKey(openLookup);
  useKeys({
    "?": openHelp,
    r: readAgain,
    ...Object.fromEntries(places.map(({ key, path }) => [`g ${key}`, () => router.push(path)])),
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
        <main id="main" tabIndex={-1} className="flex min-h-0 flex-1 flex-col outline-none max-sm:overflow-y-auto">
          {children}
        </main>
        <Dock />
        {isNarrow && (
          <Suspense fallback={<div className="h-[58px] shrink-0 border-t border-line-2 bg-rail" />}>
            <BottomBar onKeyboardHelp={openHelp} onLookup={openLookup} />
          </Suspense>
        )}
      </div>
      {(isAtFindings || inventory?.coverage.finishedAt !== undefined) && (
        <Suspense fallback={null}>
          <FindingsReader isUrgent={isAtFindings} />
        </Suspense>
      )}
      {isHelpOpen && (
        <Suspense fallback={null}>
          <KeyboardHelp onClose={() => setHelpOpen(false)} />
        </Suspense>
      )}
      {isLookupOpen && (
        <Suspense fallback={null}>
          <LookupDialog onClose={() => setLookupOpen(false)} />
        </Suspense>
      )}
      <Toasts />
    </div>
  );
}

/** On phones the freshness chip is a row of its own, below the page's title. */
export function FreshnessRow() {
  return (
    <div className="sm:hidden">
      <CoverageChip isRow />
    </div>
  );
}
