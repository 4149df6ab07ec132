"use client";

import { useEffect, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from "react";
import { detailOf, roleTexts } from "@/components/matrix/cells/cell-detail";
import { cellWords, roleWords } from "@/components/matrix/cells/cell-words";
import { createPainter, type Painter } from "@/components/matrix/drawing/painter";
import { MatrixFoot } from "@/components/matrix/matrix-foot";
import type { Matrix } from "@/components/matrix/use-matrix";
import { usePaintedTheme } from "@/components/shell/use-theme";
import { go } from "@/components/ui/go";
import { useKeys } from "@/components/ui/use-keys";
import { paths } from "@/lib/paths";
import { startOf } from "./axis";
import { fits, layoutOf, limited, placeAt, scrollTo, zoomOf, type Place, type Size, type Zoom } from "./layout";
import { move } from "./move";
import { usePan } from "./use-pan";
import { useZoomAnchor } from "./use-zoom-anchor";

type Props = {
  matrix: Matrix;
  corner: string;
  zoom: Zoom;
  /** More may come. */
  isBusy: boolean;
  chosen: Place | undefined;
  hovered: Place | undefined;
  onHover: (place: Place | undefined) => void;
  onChoose: (place: Place) => void;
  /** A press: the detail should be in view. */
  onPick: () => void;
  /** Enter: the detail should have the focus. */
  onOpen: (place: Place) => void;
  onZoom: (zoom: Zoom) => void;
};

const wheelStep = 1.12;
const keyStep = 1.25;

/** Customers by principals, drawn on one canvas, with a grid of one cell laid over it for keys and screen readers. */
export function MatrixPlot({
  matrix,
  corner,
  zoom,
  isBusy,
  chosen,
  hovered,
  onHover,
  onChoose,
  onPick,
  onOpen,
  onZoom,
}: Props) {
  const theme = usePaintedTheme();
  const scroller = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const cell = useRef<HTMLDivElement>(null);
  const painter = useRef<Painter>(null);
  const takesFocus = useRef(false);
  const [frame, setFrame] = useState<Size>({ width: 0, height: 0 });
  const [isFocused, setFocused] = useState(false);
  const { view, blind, index, levelOf, customerText, principalText } = matrix;
  const layout = useMemo(() => layoutOf(view, zoom, frame), [view, zoom, frame]);
  const active = chosen ?? { row: 0, column: 0 };
  const anchor = useZoomAnchor(scroller, layout);
  const pan = usePan(scroller);

  const zoomBy = (factor: number, left: number, top: number) => {
    anchor.keep(left, top);
    onZoom(limited(zoomOf(layout) * factor));
  };
  const fromMiddle = (factor: number) => () =>
    zoomBy(factor, (layout.nameWidth + frame.width) / 2, (layout.headHeight + frame.height) / 2);
  const [larger, smaller] = [fromMiddle(keyStep), fromMiddle(1 / keyStep)];
  const fit = () => onZoom(zoom === "fit" ? 1 : "fit");
  useKeys({ "+": larger, "=": larger, "-": smaller, "0": fit });

  useLayoutEffect(() => {
    const [under, over] = [scroller.current, canvas.current];
    if (!under || !over) return;
    const own = createPainter(over, under);
    painter.current = own;
    const observer = new ResizeObserver(() => {
      setFrame({ width: under.clientWidth, height: under.clientHeight });
      own.repaint();
    });
    observer.observe(under);
    // Text that was drawn before its font came is drawn again.
    void document.fonts.ready.then(own.repaint);
    return () => {
      observer.disconnect();
      own.stop();
    };
  }, []);

  useLayoutEffect(() => {
    painter.current?.show({
      ...{ view, blind, layout, theme },
      names: {
        customer: (row) => customerText(view.rows[row]!),
        principal: (column) => principalText(view.columns[column]!.principal),
        cluster: (at) => view.clusters[at]?.label ?? "Offer not readable",
        corner,
      },
      pointed: hovered ?? (isFocused || chosen ? active : undefined),
      focused: isFocused || chosen ? active : undefined,
    });
  });

  useLayoutEffect(() => {
    if (!takesFocus.current) return;
    takesFocus.current = false;
    cell.current?.focus({ preventScroll: true });
  }, [active.row, active.column]);

  const bringIntoView = (place: Place) => {
    const under = scroller.current;
    if (!under) return;
    under.scrollTo(scrollTo(layout, place, frame, { left: under.scrollLeft, top: under.scrollTop }));
  };
  const choose = (place: Place) => {
    takesFocus.current = true;
    bringIntoView(place);
    onChoose(place);
    cell.current?.focus({ preventScroll: true });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.metaKey) return;
    if (event.key === "Enter") {
      event.preventDefault();
      return onOpen(active);
    }
    const page = Math.max(1, Math.floor((frame.height - layout.headHeight) / layout.rows.size) - 1);
    const pressed = { key: event.key, ctrl: event.ctrlKey };
    const next = move(active, pressed, view.rows.length, view.columns.length, page);
    if (!next) return;
    event.preventDefault();
    choose(next);
  };
  const pointAt = (event: { clientX: number; clientY: number }): Place => {
    const under = scroller.current!;
    const { left, top } = under.getBoundingClientRect();
    const scroll = { left: under.scrollLeft, top: under.scrollTop };
    return placeAt(layout, event.clientX - left, event.clientY - top, scroll);
  };
  const isCell = ({ row, column }: Place) => row >= 0 && column >= 0;

  useEffect(() => {
    const under = scroller.current;
    if (!under) return;
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      const { left, top } = under.getBoundingClientRect();
      zoomBy(wheelStep ** -Math.sign(event.deltaY), event.clientX - left, event.clientY - top);
    };
    under.addEventListener("wheel", onWheel, { passive: false });
    return () => under.removeEventListener("wheel", onWheel);
  });

  const customer = view.rows[active.row];
  const column = view.columns[active.column];
  const held = customer && column && detailOf(index, levelOf, { customer, principal: column.principal });
  const value = view.cells[active.row * view.columns.length + active.column] ?? 0;
  const said = cellWords(value, blind[active.row] ?? 0);
  const roles = value && held ? roleWords(roleTexts(held)) : undefined;
  return (
    <div className="flex min-h-0 min-w-0 flex-1 flex-col">
      <div className="relative min-h-0 flex-1 bg-surface">
        <div
          ref={scroller}
          role="grid"
          aria-label="Access of principals to customers"
          aria-rowcount={view.rows.length + 1}
          aria-colcount={view.columns.length + 1}
          aria-readonly
          aria-busy={isBusy}
          onScroll={() => painter.current?.repaint()}
          onKeyDown={onKeyDown}
          onPointerDown={pan.begin}
          onPointerMove={(event) => {
            if (pan.move(event)) return onHover(undefined);
            const place = pointAt(event);
            if (place.row !== hovered?.row || place.column !== hovered.column)
              onHover(place.row < 0 && place.column < 0 ? undefined : place);
          }}
          onPointerLeave={() => onHover(undefined)}
          onPointerUp={pan.end}
          onClick={(event) => {
            if (pan.wasMoved()) return;
            const place = pointAt(event);
            const [tenant, head] = [view.rows[place.row], view.columns[place.column]];
            if (isCell(place)) {
              choose(place);
              onPick();
            } else if (tenant) go(paths.customerAccess(tenant));
            else if (head) go(paths.principal(head.principal));
          }}
          className={`absolute inset-0 touch-pan-x touch-pan-y overflow-auto overscroll-contain select-none ${
            hovered && !isCell(hovered) ? "cursor-pointer" : "cursor-default"
          }`}
        >
          <div className="relative" style={{ width: layout.width, height: layout.height }}>
            {customer && column && (
              <>
                <div role="row" aria-rowindex={1} className="sr-only top-0 left-0">
                  <span role="columnheader" aria-colindex={active.column + 2}>
                    <bdi>{principalText(column.principal)}</bdi>
                  </span>
                </div>
                <div role="row" aria-rowindex={active.row + 2}>
                  <span role="rowheader" aria-colindex={1} className="sr-only top-0 left-0">
                    <bdi>{customerText(customer)}</bdi>
                  </span>
                  <div
                    key={`${active.row} ${active.column}`}
                    ref={cell}
                    role="gridcell"
                    tabIndex={0}
                    aria-colindex={active.column + 2}
                    aria-label={`${customerText(customer)}, ${principalText(column.principal)}: ${
                      roles ? `${roles}, ${said}` : said
                    }`}
                    onFocus={() => {
                      setFocused(true);
                      bringIntoView(active);
                    }}
                    onBlur={() => setFocused(false)}
                    className="absolute outline-none"
                    style={{
                      left: layout.nameWidth + startOf(layout.columns, active.column),
                      top: layout.headHeight + startOf(layout.rows, active.row),
                      width: layout.columns.size,
                      height: layout.rows.size,
                    }}
                  />
                </div>
              </>
            )}
          </div>
        </div>
        <canvas ref={canvas} aria-hidden className="pointer-events-none absolute top-0 left-0" />
      </div>
      <MatrixFoot
        matrix={matrix}
        zooming={{
          percent: Math.round(zoomOf(layout) * 100),
          isCut: zoom === "fit" && !fits(layout, frame),
          larger,
          smaller,
          fit,
        }}
      />
    </div>
  );
}
