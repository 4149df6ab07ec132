import { longestName } from "./views-storage";

/** What a table showed, under a name that somebody gave it. */
export type SavedView = Readonly<{
  name: string;
  /** The table's part of the address: "q=contoso&sort=-delegations". It is judged when it is followed, as any address is. */
  state: string;
}>;

/** `lost` counts what was stored and could not be understood. */
export type SavedViews = Readonly<{ views: readonly SavedView[]; lost: number }>;

const mostViews = 100;
const longestState = 8_000;

function viewIn(entry: unknown): SavedView | undefined {
  if (typeof entry !== "object" || entry === null || !("name" in entry) || !("state" in entry)) return undefined;
  const { name, state } = entry;
  if (typeof name !== "string" || name !== viewName(name)) return undefined;
  return typeof state === "string" && state.length <= longestState ? { name, state } : undefined;
}

/** Reads what was stored. One damaged view does not take the others with it. */
export function parseViews(text: string | null): SavedViews {
  if (text === null) return { views: [], lost: 0 };
  const entries = parsedJson(text);
  if (!Array.isArray(entries)) return { views: [], lost: 1 };
  const views: SavedView[] = [];
  for (const entry of entries) {
    const view = viewIn(entry);
    if (view && !isFull(views) && !namedIn(views, view.name)) views.push(view);
  }
  return { views, lost: entries.length - views.length };
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What somebody typed or a link proposed, as a name; undefined where nothing is left of it. */
export const viewName = (text: string): string | undefined =>
  text
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, longestName)
    .replace(/[\ud800-\udbff]$/, "")
    .trim() || undefined;

/** The view of that name; names that differ in case alone are the same. */
export const namedIn = (views: readonly SavedView[], name: string | undefined): SavedView | undefined =>
  name === undefined ? undefined : views.find((view) => view.name.toLowerCase() === name.toLowerCase());

/** With the view at the end, or in the place of the one that has its name. */
export function withView(views: readonly SavedView[], view: SavedView): readonly SavedView[] {
  const old = namedIn(views, view.name);
  return old ? views.map((other) => (other === old ? view : other)) : [...views, view];
}

export const isFull = (views: readonly SavedView[]): boolean => views.length >= mostViews;
