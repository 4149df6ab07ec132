/** Markup that needs no escaping any more. */
export type Html = { readonly markup: string };

type Part = string | number | Html | readonly Html[] | null | false;

/** A template whose values are escaped unless they are themselves made by it. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  return { markup: strings.map((text, index) => text + write(parts[index] ?? null)).join("") };
}

function write(part: Part): string {
  if (part === null || part === false) return "";
  if (typeof part === "string" || typeof part === "number") return escape(String(part));
  return "markup" in part ? part.markup : part.map(({ markup }) => markup).join("");
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escape = (text: string) => text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
