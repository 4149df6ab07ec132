/** What a row says while it rushes past: one text a cell. */
export type RushWords = Readonly<{ texts: readonly string[]; className: string; isSelected: boolean }>;

export type RushFrame = Readonly<{
  from: number;
  to: number;
  /** The lines that are drawn in full. */
  drawn: ReadonlySet<number>;
  rowHeight: number;
}>;

export type RushSource = Readonly<{
  /** undefined where there is no such line. */
  wordsOf: (line: number) => RushWords | undefined;
  /** One class a cell. */
  cells: readonly string[];
}>;

type Look = Readonly<{ cells: readonly string[]; rowHeight: number }>;
type RushRow = { element: HTMLElement; texts: readonly Text[]; line: number; words: RushWords };

/**
 * Rows that rush past are written into `host` without React, whose account of them took longer than all else in a frame. They
 * hold words alone and take no focus. Rows drawn in full (`full` holds them) are laid out only while one is in view or has
 * focus.
 */
export function rushRows(full: HTMLElement, host: HTMLElement) {
  let shown: RushRow[] = [];
  let spare: RushRow[] = [];
  let look: Look | undefined;

  function clear(): void {
    host.replaceChildren();
    full.hidden = false;
    spare.push(...shown);
    shown = [];
  }

  return {
    /** Shows lines `from` up to `to`, but for those that are drawn in full. */
    show({ from, to, drawn, rowHeight }: RushFrame, { wordsOf, cells }: RushSource): void {
      if (look?.cells !== cells || look.rowHeight !== rowHeight) {
        if (!look || look.rowHeight !== rowHeight || look.cells.join() !== cells.join()) {
          clear();
          spare = [];
        }
        look = { cells, rowHeight };
      }
      const missing = new Set<number>();
      for (let line = from; line < to; line++) if (!drawn.has(line)) missing.add(line);
      const isLeft = missing.size === to - from;
      if (full.hidden !== isLeft) full.hidden = isLeft && !full.contains(document.activeElement);

      const next: RushRow[] = [];
      const free: RushRow[] = [];
      for (const row of shown) (missing.delete(row.line) ? next : free).push(row);
      for (const line of missing) {
        const words = wordsOf(line);
        if (!words) continue;
        const row = free.pop() ?? spare.pop() ?? madeOf(cells, rowHeight);
        write(row, line, words, rowHeight);
        if (!row.element.parentNode) host.append(row.element);
        next.push(row);
      }
      for (const row of free) row.element.remove();
      spare.push(...free);
      shown = next;
    },

    clear,
  };
}

export type RushRows = ReturnType<typeof rushRows>;

const noWords: RushWords = { texts: [], className: "", isSelected: false };

function madeOf(cells: readonly string[], rowHeight: number): RushRow {
  const element = document.createElement("div");
  element.role = "row";
  element.style.height = `${rowHeight}px`;
  const texts = cells.map((className, index) => {
    const cell = document.createElement("div");
    cell.role = "gridcell";
    cell.ariaColIndex = String(index + 1);
    cell.className = className;
    const text = document.createTextNode("");
    cell.append(text);
    element.append(cell);
    return text;
  });
  return { element, texts, line: -1, words: noWords };
}

/** What is the same as before is left alone: the browser would lay it out again. */
function write(row: RushRow, line: number, words: RushWords, rowHeight: number) {
  const { element, words: before } = row;
  row.line = line;
  row.words = words;
  element.ariaRowIndex = String(line + 2);
  element.style.transform = `translateY(${line * rowHeight}px)`;
  if (before.className !== words.className) element.className = words.className;
  if (before === noWords || before.isSelected !== words.isSelected) element.ariaSelected = String(words.isSelected);
  row.texts.forEach((text, index) => {
    const word = words.texts[index] ?? "";
    if (before.texts[index] !== word) text.nodeValue = word;
  });
}
