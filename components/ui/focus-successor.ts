import { stops } from "./focus-page";

/** Where the focus is in a plot or a table of the page that is about to be shown the other way: it goes into what comes instead. */
export function focusSuccessor(): void {
  const page = document.getElementById("main");
  const before = document.activeElement;
  if (!page || !before?.closest("[role=grid], [role=treegrid], [role=listbox]")) return;
  const observer = new MutationObserver(() => {
    const next = page.querySelector<HTMLElement>(stops);
    if (before.isConnected || !next) return;
    observer.disconnect();
    // Unless somebody went elsewhere meanwhile.
    if (document.activeElement === document.body) next.focus();
  });
  observer.observe(page, { childList: true, subtree: true, attributeFilter: ["tabindex"] });
}
