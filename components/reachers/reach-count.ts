import type { ReacherRow } from "@/lib/domain/access/reacher-rows";
import { formatCount, formatCounted } from "@/lib/format";

export type ReachCount = Readonly<{
  principals: number;
  /** "in 37 lines", as each role is a line; "in 34 of 37 lines" where others give nothing; "" without any. */
  lines: string;
}>;

/** Who reaches a target, each once, and in how many lines of the table. */
export function reachCount(rows: readonly ReacherRow[]): ReachCount {
  const giving = rows.filter(({ gives }) => gives !== "no");
  const of = giving.length < rows.length ? `${formatCount(giving.length)} of ` : "";
  return {
    principals: new Set(giving.map(({ principal }) => principal.id)).size,
    lines: rows.length > 0 ? `in ${of}${formatCounted(rows.length, "line")}` : "",
  };
}
