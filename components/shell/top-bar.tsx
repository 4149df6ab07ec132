"use client";

import { ChevronDown, Moon, Search, Sun } from "lucide-react";
import { useAzure } from "@/components/auth/use-azure";
import { CoverageChip } from "@/components/coverage/coverage-chip";
import { useInventory } from "@/components/coverage/use-inventory";
import { IconButton } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { Foreign } from "@/components/ui/foreign";
import { lazily } from "@/components/ui/lazily";
import { useModifier } from "@/components/ui/modifier";
import { PopoverButton } from "@/components/ui/popover-button";
import { formatShortId } from "@/lib/format";
import { saveTheme } from "@/lib/theme";
import { usePaintedTheme } from "./use-theme";

const AccountPanel = lazily(async () => (await import("./account-panel")).AccountPanel, "soon");

const initialsOf = (name: string): string =>
  name
    .split(/[\s.]+/)
    .flatMap((word) => [...word].slice(0, 1))
    .slice(0, 2)
    .join("")
    .toUpperCase();

type Props = { onKeyboardHelp: () => void; onLookup: () => void };

export function TopBar({ onKeyboardHelp, onLookup }: Props) {
  const { azure, account } = useAzure();
  const { inventory } = useInventory();
  const painted = usePaintedTheme();
  const tenantName = inventory?.tenants.get(azure.tenant)?.name ?? formatShortId(azure.tenant);
  return (
    <header className="flex h-topbar shrink-0 items-center justify-end gap-3 border-b border-line bg-canvas pr-4 pl-5 max-sm:hidden">
      <button
        type="button"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={onLookup}
        className="mr-auto flex h-control w-93 min-w-0 items-center gap-2 rounded-sm border border-control bg-surface px-2 text-left text-sm text-ink-3 hover:bg-hover"
      >
        <Search aria-hidden size={14} className="shrink-0" />
        <span className="min-w-0 flex-1 truncate">Search customers, people, roles, ids</span>
        <Kbd>{useModifier()}</Kbd>
        <Kbd>K</Kbd>
      </button>
      <CoverageChip />
      <IconButton
        icon={painted === "dark" ? Sun : Moon}
        label={painted === "dark" ? "Switch to light theme" : "Switch to dark theme"}
        onClick={() => saveTheme(painted === "dark" ? "light" : "dark")}
      />
      <PopoverButton
        label="Account"
        buttonLabel={`Account of ${account.name}`}
        className="flex h-control items-center gap-2 border-l border-line pl-3 text-left text-sm"
        panelClassName="w-72"
        trigger={
          <>
            <span
              aria-hidden
              className="grid size-[22px] shrink-0 place-items-center rounded-full bg-press text-2xs font-[620] text-ink-2"
            >
              {initialsOf(account.name)}
            </span>
            <span className="leading-[14px] whitespace-nowrap max-md:sr-only">
              <Foreign text={account.name} limit={30} className="font-[550]" />
              <br />
              <Foreign text={tenantName} limit={30} className="text-xs leading-[13px] text-ink-3" />
            </span>
            <ChevronDown aria-hidden size={12} />
          </>
        }
      >
        {(close) => <AccountPanel onClose={close} onKeyboardHelp={onKeyboardHelp} />}
      </PopoverButton>
    </header>
  );
}
