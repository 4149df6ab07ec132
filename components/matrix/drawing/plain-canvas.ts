/**
 * A canvas that the processor draws: what is drawn here are thousands of small copies of other canvases, which cost more to
 * hand to a graphics card than to make.
 */
export function plainCanvas(width: number, height: number) {
  const canvas = new OffscreenCanvas(Math.max(1, Math.ceil(width)), Math.max(1, Math.ceil(height)));
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error("This browser draws no canvas.");
  return { canvas, context };
}
