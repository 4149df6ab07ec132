import { formatForeign } from "@/lib/format";
import type { TableUrl } from "./use-table-url";

/** "text contains “contoso”, and source is Marketplace"; empty where nothing is filtered. */
export function filterWords(
  columns: readonly Readonly<{ id: string; header: string }>[],
  { query, chosen }: Pick<TableUrl, "query" | "chosen">,
): string {
  const headerOf = (id: string) => columns.find((column) => column.id === id)?.header.toLowerCase() ?? id;
  const filters = [
    ...(query ? [`text contains “${query}”`] : []),
    ...Object.entries(chosen).map(([id, values]) => `${headerOf(id)} is ${values.join(" or ")}`),
  ];
  return formatForeign(filters.join(", and "), 600);
}
