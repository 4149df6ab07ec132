"use client";

import { useEffect, useState, type ReactNode } from "react";
import { Banner } from "@/components/ui/banner";
import type { Coverage } from "@/lib/domain/coverage";
import { formatCounted, formatWait } from "@/lib/format";

const radius = 12;
const around = 2 * Math.PI * radius;

type Props = { throttled: NonNullable<Coverage["throttled"]>; actions: ReactNode };

/** Azure's quota is used up: how long until reading goes on by itself, and what waits. */
export function ThrottleBanner({ throttled, actions }: Props) {
  const [{ now, from }, setTime] = useState(() => ({ now: Date.now(), from: Date.now() }));
  useEffect(() => {
    const timer = setInterval(() => setTime((time) => ({ ...time, now: Date.now() })), 1000);
    return () => clearInterval(timer);
  }, []);
  const left = Math.max(0, throttled.until - now);
  const share = left / Math.max(1, throttled.until - from);
  return (
    <Banner
      actions={actions}
      lead={
        <span aria-hidden className="relative grid size-[30px] shrink-0 place-items-center text-xs font-[620]">
          <svg width={30} height={30} viewBox="0 0 30 30" fill="none" className="absolute inset-0 -rotate-90">
            <circle cx={15} cy={15} r={radius} strokeWidth={2} className="stroke-line-2" />
            <circle
              cx={15}
              cy={15}
              r={radius}
              strokeWidth={2}
              strokeDasharray={`${around * Math.min(1, share)} ${around}`}
              className="stroke-beam-line"
            />
          </svg>
          {Math.ceil(left / 1000)}
        </span>
      }
    >
      <b>Azure is limiting requests.</b>{" "}
      <span className="text-ink-2">
        <span aria-hidden>Reading goes on in {formatWait(left)}. </span>
        {formatCounted(throttled.waiting, "read")} {throttled.waiting === 1 ? "waits" : "wait"}, nothing is lost.
      </span>
    </Banner>
  );
}
