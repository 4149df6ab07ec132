"use client";

import { useEffect, useState } from "react";
import { formatMomentWithUtc } from "@/lib/format";

const second = 1_000;

/** The time, moving every second. */
export function useSeconds(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), second);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** "3:59:42": what is left until a moment; the moment itself on hover. */
export function Countdown({ until }: { until: number }) {
  const left = Math.max(0, Math.ceil((until - useSeconds()) / second));
  const two = (number: number) => String(number).padStart(2, "0");
  return (
    <time dateTime={`PT${left}S`} title={formatMomentWithUtc(until)} className="tabular-nums">
      {`${Math.floor(left / 3600)}:${two(Math.floor(left / 60) % 60)}:${two(left % 60)}`}
    </time>
  );
}
