import type { ReactNode } from "react";
import { formatCount } from "@/lib/format";

type Props = { count: number; one: string; /** In place of the number. */ children?: ReactNode; className?: string };

/** A total at the foot of a table: "1 customer", "13 customers". */
export const Total = ({ count, one, children, className }: Props) => (
  <span className={className}>
    <b>{children ?? formatCount(count)}</b> {count === 1 && children === undefined ? one : `${one}s`}
  </span>
);
