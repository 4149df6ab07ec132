const numeric = /^\d+$/;

const comparePart = (left: string, right: string): number => {
  if (numeric.test(left) && numeric.test(right)) {
    const [a, b] = [BigInt(left), BigInt(right)];
    return a < b ? -1 : a > b ? 1 : 0;
  }
  return left < right ? -1 : left > right ? 1 : 0;
};

/**
 * Orders plan versions part by part as numbers, so that 1.10.0 follows 1.9.3. Microsoft does not document the order; a
 * part that is no number compares as text, and a part that is absent counts as 0.
 */
export function comparePlanVersions(left: string, right: string): number {
  const lefts = left.split(".");
  const rights = right.split(".");
  for (let index = 0; index < Math.max(lefts.length, rights.length); index++) {
    const order = comparePart(lefts[index] ?? "0", rights[index] ?? "0");
    if (order !== 0) return order;
  }
  return 0;
}
