import type { Near } from "./data-table/data-table";

/** What a panel beside a table shows, and the ways from there to the rows near it. */
export const panelMoves = (shown: string, { previous, next, close }: Near, onOpen: (id: string) => void) => ({
  shown,
  onPrevious: previous === undefined ? undefined : () => onOpen(previous),
  onNext: next === undefined ? undefined : () => onOpen(next),
  onClose: close,
});

export type PanelMoves = ReturnType<typeof panelMoves>;
