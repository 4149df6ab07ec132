"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import type { ReactNode } from "react";
import { useAzure } from "@/components/auth/use-azure";
import { useInventory } from "@/components/coverage/use-inventory";
import { CopyButton } from "@/components/ui/copy-button";
import { Foreign } from "@/components/ui/foreign";
import { Kbd, SingleKey } from "@/components/ui/kbd";
import { ToggleGroup } from "@/components/ui/toggle-group";
import { usePreference } from "@/components/ui/use-preference";
import { savedKeeping, savedRowHeight, savedSingleKeys } from "@/lib/preference";
import { setKeeping } from "@/lib/queries/kept";
import { saveTheme } from "@/lib/theme";
import { useSavedTheme } from "./use-theme";

const item = "flex h-7 w-full items-center px-3 text-left hover:bg-hover max-sm:h-touch dark:hover:bg-press";

/** Who is signed in and where, and how this person likes the pages. */
export function AccountPanel({ onClose, onKeyboardHelp }: { onClose: () => void; onKeyboardHelp: () => void }) {
  const { azure, account, signOut } = useAzure();
  const { inventory } = useInventory();
  const theme = useSavedTheme();
  const [rowHeight, saveRowHeight] = usePreference(savedRowHeight);
  const [singleKeys, saveSingleKeys] = usePreference(savedSingleKeys);
  const [keeping] = usePreference(savedKeeping);
  const tenantName = inventory?.tenants.get(azure.tenant)?.name;
  return (
    <>
      <div className="px-3 pt-2.5 pb-2">
        <Foreign text={account.name} className="block font-[620]" />
        <Foreign text={account.username} className="block text-sm text-ink-2" />
      </div>
      <section className="border-t border-line px-3 py-2">
        <h2 className="text-xs font-[560] text-ink-2">Managing tenant</h2>
        {tenantName && <Foreign text={tenantName} className="block" />}
        <span className="flex items-center gap-1 font-mono text-sm text-ink-2">
          {azure.tenant}
          <CopyButton text={azure.tenant} what="Tenant id" />
        </span>
        <span className="text-sm text-ink-3">{azure.cloud.name}</span>
      </section>
      <section className="grid gap-1.5 border-t border-line px-3 py-2">
        <Setting label="Theme">
          <ToggleGroup
            label="Theme"
            value={theme}
            options={[
              { value: "light", label: "Light", shown: <Sun aria-hidden size={14} /> },
              { value: "dark", label: "Dark", shown: <Moon aria-hidden size={14} /> },
              { value: "auto", label: "As the system", shown: <Monitor aria-hidden size={14} /> },
            ]}
            onChange={saveTheme}
          />
        </Setting>
        <Setting label="Row height">
          <ToggleGroup
            label="Row height"
            value={rowHeight}
            options={(["26", "32", "40"] as const).map((value) => ({ value, label: value }))}
            onChange={saveRowHeight}
          />
        </Setting>
        <Setting label="Single keys">
          <ToggleGroup
            label="Single keys"
            value={singleKeys}
            options={[
              { value: "on", label: "On" },
              { value: "off", label: "Off" },
            ]}
            onChange={saveSingleKeys}
          />
        </Setting>
        <Setting label="Keep for next visit">
          <ToggleGroup
            label="Keep what was read for the next visit"
            value={keeping}
            options={[
              { value: "on", label: "On" },
              { value: "off", label: "Off" },
            ]}
            onChange={(value) => void setKeeping(value === "on", azure, inventory)}
          />
        </Setting>
        <p className="text-sm text-ink-3">
          {keeping === "on"
            ? "Encrypted in this browser, for a week at most, until you sign out."
            : "Nothing is kept in this browser."}
        </p>
      </section>
      <div className="border-t border-line py-1.5">
        <button
          type="button"
          className={item}
          onClick={() => {
            onClose();
            onKeyboardHelp();
          }}
        >
          Keyboard
          <span className="ml-auto">
            <SingleKey>
              <Kbd>?</Kbd>
            </SingleKey>
          </span>
        </button>
        <button type="button" className={item} onClick={signOut}>
          Sign out
        </button>
      </div>
    </>
  );
}

function Setting({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex items-center justify-between gap-3">
      <span aria-hidden>{label}</span>
      {children}
    </div>
  );
}
