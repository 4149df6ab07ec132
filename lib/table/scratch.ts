let rows = new Int32Array(0);
let marks = new Uint8Array(0);

/**
 * As many row numbers as `fill` says it wrote. They are gathered in memory that is kept: at 100,000 rows a fresh array for
 * every key makes the browser look through its whole heap for garbage, which takes longer than the search.
 */
export function gathered(most: number, fill: (into: Int32Array) => number): Int32Array {
  if (rows.length < most) rows = new Int32Array(most);
  return rows.slice(0, fill(rows));
}

/** Lets `ask` find out of any row below `count` whether it is among `chosen`: its mark is 1, else 0. */
export function withMarks<Result>(chosen: Int32Array, count: number, ask: (marks: Uint8Array) => Result): Result {
  if (marks.length < count) marks = new Uint8Array(count);
  // Counted: to ask the array for one row after another takes twice as long.
  for (let at = 0; at < chosen.length; at++) marks[chosen[at]!] = 1;
  try {
    return ask(marks);
  } finally {
    marks.fill(0, 0, count);
  }
}
