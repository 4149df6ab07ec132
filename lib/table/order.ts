import type { Sortable } from "./field";
import { withMarks } from "./scratch";
import { sortKey } from "./sort-key";

/** Rows in ascending order; from `unknownFrom` on stand those without a value. */
export type Order = Readonly<{ rows: Int32Array; unknownFrom: number }>;

const step = 256;

/**
 * Sorts `count` rows by their values, stable, and yields every few hundred steps so that it can run in slices. Distinct
 * values are sorted once: offers, states and customers repeat thousands of times.
 */
export function* orderOf(count: number, value: (row: number) => Sortable): Generator<void, Order> {
  const codeOf = new Map<string | number, number>();
  const values: (string | number)[] = [];
  const codes = new Int32Array(count);
  for (let row = 0; row < count; row++) {
    const found = value(row);
    if (found === undefined || Number.isNaN(found)) codes[row] = -1;
    else {
      let code = codeOf.get(found);
      if (code === undefined) {
        code = values.push(found) - 1;
        codeOf.set(found, code);
      }
      codes[row] = code;
    }
    if (row % step === 0) yield;
  }
  const ranks = yield* ranksOf(values);
  return byRank(codes, ranks);
}

/** The place of every value among the sorted ones. */
function* ranksOf(values: readonly (string | number)[]): Generator<void, Int32Array> {
  const keys: (string | number)[] = [];
  for (const value of values) {
    keys.push(typeof value === "string" ? sortKey(value) : value);
    if (keys.length % step === 0) yield;
  }
  const comesBefore = (a: number, b: number): boolean => {
    const left = keys[a]!;
    const right = keys[b]!;
    if (typeof left !== typeof right) return typeof left === "number";
    // Equal keys are told apart by the text itself, so that the order never depends on where a row arrived.
    return left === right ? values[a]! <= values[b]! : left < right;
  };
  const sorted = yield* mergeSort(values.length, comesBefore);
  const ranks = new Int32Array(values.length);
  sorted.forEach((code, rank) => (ranks[code] = rank));
  return ranks;
}

function* mergeSort(count: number, comesBefore: (a: number, b: number) => boolean): Generator<void, Int32Array> {
  let from = Int32Array.from({ length: count }, (_, index) => index);
  let to = new Int32Array(count);
  let steps = 0;
  for (let width = 1; width < count; width *= 2) {
    for (let start = 0; start < count; start += 2 * width) {
      const middle = Math.min(start + width, count);
      const end = Math.min(start + 2 * width, count);
      let left = start;
      let right = middle;
      for (let place = start; place < end; place++) {
        const takeLeft = left < middle && (right >= end || comesBefore(from[left]!, from[right]!));
        to[place] = takeLeft ? from[left++]! : from[right++]!;
        if (++steps % step === 0) yield;
      }
    }
    [from, to] = [to, from];
  }
  return from;
}

/** Counting sort: one pass to count, one to place. */
function byRank(codes: Int32Array, ranks: Int32Array): Order {
  const starts = new Int32Array(ranks.length + 2);
  const bucket = (row: number) => (codes[row]! < 0 ? ranks.length : ranks[codes[row]!]!);
  for (let row = 0; row < codes.length; row++) starts[bucket(row) + 1]! += 1;
  for (let rank = 0; rank < ranks.length; rank++) starts[rank + 1]! += starts[rank]!;
  const unknownFrom = starts[ranks.length]!;
  const rows = new Int32Array(codes.length);
  for (let row = 0; row < codes.length; row++) rows[starts[bucket(row)]!++] = row;
  return { rows, unknownFrom };
}

/**
 * The hits (ascending row numbers) in the given order. Rows that came after the order was made follow it as they arrived;
 * descending, equal values stand in reverse and unknown ones still last.
 */
export function arrange(hits: Int32Array, order: Order | undefined, descending: boolean, count: number): Int32Array {
  if (!order) return hits;
  const { rows, unknownFrom } = order;
  if (hits.length === count && rows.length === count) return descending ? reversed(order) : rows;
  const arranged = new Int32Array(hits.length);
  withMarks(hits, Math.max(count, rows.length), (marks) => {
    let place = 0;
    // Written out: a function that is called for each row takes several times as long.
    if (descending) {
      for (let index = unknownFrom - 1; index >= 0; index--)
        if (marks[rows[index]!] === 1) arranged[place++] = rows[index]!;
    } else {
      for (let index = 0; index < unknownFrom; index++) if (marks[rows[index]!] === 1) arranged[place++] = rows[index]!;
    }
    for (let index = unknownFrom; index < rows.length; index++)
      if (marks[rows[index]!] === 1) arranged[place++] = rows[index]!;
    for (let row = rows.length; row < count; row++) if (marks[row] === 1) arranged[place++] = row;
  });
  return arranged;
}

/** All rows, the known ones from the last to the first. */
function reversed({ rows, unknownFrom }: Order): Int32Array {
  const turned = rows.slice();
  turned.subarray(0, unknownFrom).reverse();
  return turned;
}
