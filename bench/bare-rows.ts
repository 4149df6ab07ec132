import type { Page } from "@playwright/test";

export type Geometry = {
  width: number;
  height: number;
  rowHeight: number;
  columns: number[];
  count: number;
  texts: string[];
};

/** The measures of the table that a page shows, and what its first rows say. */
export const geometryOf = (page: Page): Promise<Geometry> =>
  page.evaluate(() => {
    const table = document.querySelector<HTMLElement>("[role=grid]");
    const rows = [...(table?.querySelectorAll<HTMLElement>("[role=row][aria-selected]") ?? [])];
    const cells = [...(rows[0]?.children ?? [])];
    return {
      width: table?.clientWidth ?? 0,
      height: table?.clientHeight ?? 0,
      rowHeight: rows[0]?.offsetHeight ?? 0,
      columns: cells.map((cell) => cell.getBoundingClientRect().width),
      count: Number(table?.getAttribute("aria-rowcount")) - 1,
      texts: rows.flatMap((row) => [...row.children].map((cell) => cell.textContent)),
    };
  });

/** The same rows with nothing in between: a pool of elements that take on other texts as they come into view. */
export async function showBareRows(page: Page, geometry: Geometry): Promise<void> {
  await page.setContent("<!doctype html><title>Bare rows</title><div id=scroller role=grid></div>");
  await page.evaluate(({ width, height, rowHeight, columns, count, texts }) => {
    const scroller = document.querySelector<HTMLElement>("#scroller")!;
    scroller.style.cssText = `position:relative;width:${width}px;height:${height}px;overflow:auto;font:13px sans-serif`;
    const body = document.createElement("div");
    body.style.height = `${count * rowHeight}px`;
    scroller.append(body);
    const beyond = 10;
    const size = Math.ceil(height / rowHeight) + 2 * beyond;
    const pool = Array.from({ length: size }, () => {
      const row = document.createElement("div");
      row.setAttribute("role", "row");
      row.style.cssText = `position:absolute;top:0;left:0;height:${rowHeight}px;contain:layout style`;
      const cells = columns.map((column) => {
        const cell = document.createElement("span");
        cell.style.cssText = `display:inline-block;width:${column}px;line-height:${rowHeight}px;overflow:hidden;white-space:nowrap`;
        cell.append("");
        return cell;
      });
      row.append(...cells);
      body.append(row);
      return { row, cells, line: -1 };
    });
    const draw = () => {
      const from = Math.max(0, Math.min(Math.floor(scroller.scrollTop / rowHeight) - beyond, count - size));
      for (let line = from; line < from + size; line++) {
        const slot = pool[line % size]!;
        if (slot.line === line) continue;
        slot.line = line;
        slot.row.style.transform = `translateY(${line * rowHeight}px)`;
        slot.row.setAttribute("aria-rowindex", String(line + 2));
        slot.cells.forEach(
          (cell, at) => (cell.firstChild!.nodeValue = texts[(line * columns.length + at) % texts.length]!),
        );
      }
    };
    scroller.addEventListener("scroll", draw, { passive: true });
    draw();
  }, geometry);
}

export type Scrolled = { frames: number; long: number; blank: number };

/** Frames of three seconds in which a table is scrolled by 35,000 pixels, one step a frame. */
export const scrolled = (page: Page, rowHeight: number) =>
  page.evaluate(
    (height) =>
      new Promise<Scrolled>((resolve) => {
        const [distance, duration] = [35_000, 3000];
        const table = document.querySelector("[role=grid]")!;
        const isDrawn = (line: number) => table.querySelector(`[aria-rowindex="${line + 2}"]`) !== null;
        const seen = { frames: 0, long: 0, blank: 0 };
        table.scrollTop = 0;
        let began: number | undefined;
        let last = 0;
        const step = (now: number) => {
          if (began === undefined) began = now;
          else {
            seen.frames++;
            if (now - last > 50) seen.long++;
          }
          last = now;
          if (now - began >= duration) return resolve(seen);
          table.scrollTop = ((now - began) / duration) * distance;
          // The head covers about a row.
          const first = Math.floor(table.scrollTop / height);
          if (!isDrawn(first) || !isDrawn(first + Math.floor(table.clientHeight / height) - 2)) seen.blank++;
          requestAnimationFrame(step);
        };
        setTimeout(() => requestAnimationFrame(step), 300);
      }),
    rowHeight,
  );
