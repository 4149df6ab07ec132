import type { Column } from "@/components/ui/data-table/column";
import type { Answer, Reason } from "@/lib/domain/access/answer";
import { givesNames, givesShort, givesText } from "./grant-words";

type Row = Readonly<{ gives: Answer; reasons: readonly Reason[] }>;

/** Whether a grant gives anything, and in few words why not. */
export const givesColumn = <One extends Row>(width: number): Column<One> => ({
  id: "gives",
  header: "Gives",
  width,
  grow: 1,
  text: ({ gives, reasons }) => givesText(gives, reasons),
  value: ({ gives }) => givesNames[gives],
  facet: ({ gives }) => givesNames[gives],
  title: ({ gives, reasons }) => givesText(gives, reasons),
  isQuiet: true,
  cell: ({ gives, reasons }) =>
    gives === "yes" ? (
      givesNames.yes
    ) : (
      <span className={gives === "no" ? "text-stale-text" : undefined}>{givesShort(gives, reasons)}</span>
    ),
});
