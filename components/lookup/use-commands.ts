"use client";

import { useAzure } from "@/components/auth/use-azure";
import { useInventory } from "@/components/coverage/use-inventory";
import { copyText } from "@/components/ui/copy-button";
import { toast } from "@/components/ui/toast";
import { savedSingleKeys } from "@/lib/preference";
import { saveTheme } from "@/lib/theme";

/** Opens the menu of the page's table, as its button does. */
function openExport(): void {
  const button = document.querySelector<HTMLElement>('#main [data-menu="Export"]');
  if (button) button.click();
  else toast("This page has no table to export");
}

/** Does what a command says, after the search has closed. */
export function useCommands(onKeyboardHelp: () => void): (command: string) => void {
  const { signOut } = useAzure();
  const { readAgain } = useInventory();
  const acts: Readonly<Record<string, () => void>> = {
    "read-again": readAgain,
    "copy-link": () => void copyText(window.location.href, "Link"),
    // The closed search must have left the page, or it would be printed.
    print: () => void setTimeout(() => window.print()),
    export: () => void setTimeout(openExport),
    "theme-light": () => saveTheme("light"),
    "theme-dark": () => saveTheme("dark"),
    "theme-auto": () => saveTheme("auto"),
    keyboard: onKeyboardHelp,
    "single-keys": () => {
      const next = savedSingleKeys.get() === "on" ? "off" : "on";
      savedSingleKeys.set(next);
      toast(`Single keys are ${next}`);
    },
    "sign-out": signOut,
  };
  return (command) => acts[command]?.();
}
