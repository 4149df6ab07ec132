/** What a table or a plot takes the focus with. */
export const stops = "[role=gridcell][tabindex='0'], [role=listbox][tabindex='0']";

/** What had the focus is gone: the table or the plot of the page takes it, or else the page itself. */
export function focusPage(): void {
  const page = document.getElementById("main");
  (page?.querySelector<HTMLElement>(stops) ?? page)?.focus({ preventScroll: true });
}
