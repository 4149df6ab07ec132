import { expect, test } from "vitest";
import type { MatrixView } from "@/lib/domain/access/matrix-view";
import { startOf } from "./axis";
import { fits, layoutOf, placeAt, scrollTo } from "./layout";

const frame = { width: 990, height: 640 };
const aView = (columns: number, rows: number, clusters: MatrixView["clusters"] = []) =>
  ({
    columns: Array.from({ length: columns }, (_, at) => ({
      ...{ principal: `${at}`, customers: 1 },
      kind: at < columns / 2 ? "group" : "user",
    })),
    rows: Array.from({ length: rows }, (_, at) => `${at}`),
    clusters,
  }) as unknown as MatrixView;

test("150 principals and 200 customers are in one view when they have to fit, and small ones do not grow", () => {
  const { width, height, columns } = layoutOf(aView(150, 200), "fit", frame);
  expect(width).toBeLessThanOrEqual(frame.width + 0.01);
  expect(height).toBeLessThanOrEqual(frame.height + 0.01);
  expect(columns.size).toBeGreaterThan(3);
  expect(layoutOf(aView(4, 4), "fit", frame).columns.size).toBe(25);
});

test("what is too much for cells of one pixel is known not to fit", () => {
  const fitted = (columns: number, rows: number) => fits(layoutOf(aView(columns, rows), "fit", frame), frame);
  expect([fitted(4, 4), fitted(150, 200), fitted(700, 200), fitted(150, 1700)]).toEqual([true, true, false, false]);
  // Before the frame was measured nothing is known to be too much.
  expect(fits(layoutOf(aView(700, 200), "fit", frame), { width: 0, height: 0 })).toBe(true);
});

test("clusters have a line for their names while names fit", () => {
  const clusters = [
    { label: "Gold", from: 0, to: 2 },
    { label: undefined, from: 2, to: 3 },
  ];
  const tall = layoutOf(aView(2, 3, clusters), 1, frame).rows;
  expect([0, 1, 2].map((row) => startOf(tall, row))).toEqual([18, 37, 74]);
  expect(startOf(layoutOf(aView(2, 3, clusters), 0.5, frame).rows, 2)).toBe(19);
});

test("a point is a cell, a name or a head, wherever the matrix was scrolled", () => {
  const layout = layoutOf(aView(60, 90), 1, frame);
  const scroll = { left: 250, top: 190 };
  const [x, y] = [layout.nameWidth + 1, layout.headHeight + 1];
  expect(placeAt(layout, x, y, scroll)).toEqual({ row: 10, column: 10 });
  expect(placeAt(layout, 5, y, scroll)).toEqual({ row: 10, column: -1 });
  expect(placeAt(layout, x, layout.headHeight - 4, scroll)).toEqual({ row: -1, column: 10 });
  expect(placeAt(layout, 5, 5, scroll)).toEqual({ row: -1, column: -1 });
});

test("scrolling to a cell moves no more than it takes", () => {
  const layout = layoutOf(aView(60, 90), 1, frame);
  expect(scrollTo(layout, { row: 3, column: 2 }, frame, { left: 0, top: 0 })).toEqual({ left: 0, top: 0 });
  const { left, top } = scrollTo(layout, { row: 89, column: 59 }, frame, { left: 0, top: 0 });
  expect(left).toBe(startOf(layout.columns, 59) + 25 - (frame.width - layout.nameWidth));
  expect(top).toBe(90 * 19 - (frame.height - layout.headHeight));
  expect(scrollTo(layout, { row: 0, column: 0 }, frame, { left, top })).toEqual({ left: 0, top: 0 });
});
