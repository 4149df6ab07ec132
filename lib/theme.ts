export type Theme = "light" | "dark" | "auto";

const key = "fresnel:theme";

/**
 * Sets the theme before the first paint; the layout runs it under the page's nonce. It is written without quotes,
 * ampersands and angle brackets, which React would escape inside a script element.
 */
export const themeScript = `try{var t=localStorage.getItem(\`${key}\`)}catch(e){}document.documentElement.dataset.theme=t||(matchMedia(\`(prefers-color-scheme: dark)\`).matches?\`dark\`:\`light\`)`;

const listeners = new Set<() => void>();
let withoutStorage: Theme = "auto";

export function subscribeTheme(listener: () => void): () => void {
  listeners.add(listener);
  const system = matchMedia("(prefers-color-scheme: dark)");
  const follow = () => {
    if (savedTheme() === "auto") paint("auto");
    listener();
  };
  system.addEventListener("change", follow);
  return () => {
    listeners.delete(listener);
    system.removeEventListener("change", follow);
  };
}

export function savedTheme(): Theme {
  try {
    const saved = localStorage.getItem(key);
    return saved === "light" || saved === "dark" ? saved : "auto";
  } catch {
    // Storage is blocked: the choice lives as long as the page.
    return withoutStorage;
  }
}

export const paintedTheme = (): "light" | "dark" =>
  document.documentElement.dataset.theme === "dark" ? "dark" : "light";

export function saveTheme(theme: Theme): void {
  withoutStorage = theme;
  try {
    if (theme === "auto") localStorage.removeItem(key);
    else localStorage.setItem(key, theme);
  } catch {
    // Storage is blocked: `withoutStorage` holds the choice.
  }
  paint(theme);
  for (const listener of listeners) listener();
}

function paint(theme: Theme): void {
  const system = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  document.documentElement.dataset.theme = theme === "auto" ? system : theme;
}
