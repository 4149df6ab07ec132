import type { Page } from "@playwright/test";

/**
 * Goes to a page as Back and Forward do, with all that was read and in a fraction of the time that loading takes. Its path
 * must be another than that of the page that is shown.
 */
export async function visit(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    document.querySelector("main h1")?.setAttribute("data-left", "");
    history.pushState(history.state, "", to);
    dispatchEvent(new PopStateEvent("popstate", { state: history.state as unknown }));
  }, path);
  await page.waitForFunction((to) => {
    if (document.querySelector("main h1:not([data-left])")) return true;
    // Another tab of the same page keeps its head.
    const tab = document.querySelector<HTMLAnchorElement>("main[aria-busy=false] nav a[aria-current=page]");
    return tab?.pathname === new URL(to, location.href).pathname;
  }, path);
}
