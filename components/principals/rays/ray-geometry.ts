/** A way to customers: what names the principal itself, or one of its groups. */
export type RayPath = Readonly<{ id: string; customers: number; isDirect: boolean }>;

export type Lens = Readonly<{ id: string; isDirect: boolean; top: number; height: number }>;

const perCustomer = 5.4;
const least = 14;
/** Room for two lines of words above each lens. */
const words = 40;
const gap = 12;

/** How many paths find room, each with its words. */
export const roomFor = (height: number): number => Math.max(1, Math.floor((height - gap) / (words + least + gap)));

/** Lenses from above, each as tall as its reach as far as there is room, spread over the height. */
export function lensesOf(paths: readonly RayPath[], height: number): Lens[] {
  const free = height - paths.length * (words + least + gap) - gap;
  const more = paths.map(({ customers }) => Math.max(0, customers * perCustomer - least));
  const sum = more.reduce((total, one) => total + one, 0);
  const scale = Math.min(1, Math.max(0, free) / Math.max(1, sum));
  const heights = more.map((one) => least + one * scale);
  const used = heights.reduce((total, one) => total + one + words, 0);
  const space = Math.max(gap, (height - used) / (paths.length + 1));
  let top = space;
  return paths.map(({ id, isDirect }, at) => {
    const lens = { id, isDirect, top: top + words, height: heights[at]! };
    top += words + heights[at]! + space;
    return lens;
  });
}

/** The place on a lens from which the ray to the `at`th of `count` rows leaves. */
export const leaves = ({ top, height }: Pick<Lens, "top" | "height">, at: number, count: number): number =>
  count > 1 ? top + 4 + (at * (height - 8)) / (count - 1) : top + height / 2;
