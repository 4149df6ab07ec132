/** Rows of which those that say the same as before at the same place are the same objects as before. */
export function keepRows<Row extends object>(before: readonly Row[], rows: readonly Row[]): readonly Row[] {
  const kept = rows.map((row, index) => {
    const old = before[index];
    return old !== undefined && isEqual(old, row) ? old : row;
  });
  return kept.length === before.length && kept.every((row, index) => row === before[index]) ? before : kept;
}

/** Compares plain values: records, arrays and what is in them. */
function isEqual(left: unknown, right: unknown): boolean {
  if (Object.is(left, right)) return true;
  if (typeof left !== "object" || typeof right !== "object" || left === null || right === null) return false;
  if (Array.isArray(left) !== Array.isArray(right)) return false;
  const keys = Object.keys(left);
  if (keys.length !== Object.keys(right).length) return false;
  return keys.every((key) => isEqual(Reflect.get(left, key), Reflect.get(right, key)));
}
