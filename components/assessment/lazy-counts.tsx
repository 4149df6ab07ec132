"use client";

import { AfterPaint } from "@/components/ui/after-paint";
import { Fetched } from "@/components/ui/fetched";
import { lazily } from "@/components/ui/lazily";
import type { Aim } from "@/lib/domain/findings/rows/aim";

const FindingCounts = lazily(async () => (await import("./finding-counts")).FindingCounts);

/** Counts beside a title: they come when findings do and the rest has been painted, and nothing moves for them. */
export const LazyCounts = (aim: Aim) => (
  <AfterPaint key={aim.id}>
    <Fetched>
      <FindingCounts {...aim} />
    </Fetched>
  </AfterPaint>
);
