import { bitmapOf } from "./bitmap";
import { coloursOf, type Colours } from "./colours";
import { drawFrame } from "./draw-frame";
import { createHeadLabels } from "./head-labels";
import type { Scene } from "./scene";
import { createTiles } from "./tiles";

/** What the page decides about a frame; the rest follows from where the matrix was scrolled to. */
export type Subject = Pick<Scene, "view" | "blind" | "layout" | "names" | "pointed" | "focused"> &
  Readonly<{ theme: string }>;

export type Painter = Readonly<{ show: (subject: Subject) => void; repaint: () => void; stop: () => void }>;

/** How long a size must last until its cells are drawn in full. */
const settling = 120;

/** Paints a canvas that lies over what scrolls, at most once for each frame of the screen. */
export function createPainter(canvas: HTMLCanvasElement, scroller: HTMLElement): Painter {
  const context = canvas.getContext("2d", { alpha: false, willReadFrequently: true });
  const tiles = createTiles();
  const labels = createHeadLabels();
  let subject: Subject | undefined;
  let colours: Colours | undefined;
  let bitmap: OffscreenCanvas | undefined;
  let frame = 0;
  let size = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const paint = () => {
    frame = 0;
    if (!context || !subject) return;
    const ratio = window.devicePixelRatio || 1;
    const { clientWidth: width, clientHeight: height } = scroller;
    if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
      canvas.width = Math.round(width * ratio);
      canvas.height = Math.round(height * ratio);
      canvas.style.width = `${width}px`;
      canvas.style.height = `${height}px`;
    }
    colours ??= coloursOf(scroller);
    bitmap ??= bitmapOf(subject.view, subject.blind, colours);
    drawFrame(context, {
      ...subject,
      ...{ colours, bitmap, tiles, labels, ratio },
      frame: { width, height },
      // Between two pixels every copy would be blurred, and slow.
      scroll: {
        left: Math.round(scroller.scrollLeft * ratio) / ratio,
        top: Math.round(scroller.scrollTop * ratio) / ratio,
      },
      isZooming: timer !== undefined,
    });
  };
  const repaint = () => {
    frame ||= requestAnimationFrame(paint);
  };

  return {
    show(next) {
      if (next.theme !== subject?.theme) colours = undefined;
      if (!colours || next.view !== subject?.view || next.blind !== subject.blind) bitmap = undefined;
      const nextSize = next.layout.rows.size;
      if (size && nextSize !== size) {
        clearTimeout(timer);
        timer = setTimeout(() => {
          timer = undefined;
          repaint();
        }, settling);
      }
      size = nextSize;
      subject = next;
      repaint();
    },
    repaint,
    stop() {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    },
  };
}
