const followers = new Set<() => void>();

let isBack = false;

/**
 * Back and Forward, between entries that are all of one page for Next: told of them, it would ask the server for the page
 * that another load of the tab began at, and put it up anew in place of all that is there.
 */
function comeBack(event: PopStateEvent): void {
  isBack = true;
  if (followers.size === 0) return;
  followers.forEach((follow) => follow());
  // Next lets pass what has no state, such as a jump within the page.
  if (event.state === null) return;
  event.stopImmediatePropagation();
  // Nuqs, too, listens, and is to drop what waits to be written.
  window.history.replaceState(event.state, "", window.location.href);
}

// Capturing comes before Next, wherever that began to listen.
if (typeof window !== "undefined") window.addEventListener("popstate", comeBack, { capture: true });

/** The page is one that somebody returned to, by Back or Forward. */
export const cameBack = (): boolean => isBack;

/**
 * Shows another page of ours. Pages are read out of their address in the browser, so this asks the server nothing: it is
 * instant, and works without a network.
 */
export const go = (path: string): void => changeAddress("pushState", path);

/**
 * Changes the address without a word to Next, which draws its own part of the page anew for each address it hears of:
 * entries that carry the state it gave the first one are its own, and it lets them pass.
 * @param mark what nuqs tells its own changes by
 */
export function changeAddress(how: "pushState" | "replaceState", to: string, mark = ""): void {
  if (how === "pushState") isBack = false;
  window.history[how](window.history.state, mark, to);
  followers.forEach((follow) => follow());
}

/** Calls `follow` after each change of the address, Back and Forward among them, until the returned function is called. */
export function followAddress(follow: () => void): () => void {
  followers.add(follow);
  return () => void followers.delete(follow);
}
