/** What a table or a plot takes the focus with. */
const stops = "[role=gridcell][tabindex='0'], [role=listbox][tabindex='0']";

/** What had the focus is gone: the table or the plot of the page takes it, or else the page itself. */
export function focusPage(): void {
  const page = document.getElementById("main");
  (page?.querySelector<HTMLElement>(stops) ?? page)?.focus({ preventScroll: true });
}

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
