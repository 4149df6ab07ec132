"use client";

import { Fetched } from "@/components/ui/fetched";
import { lazily } from "@/components/ui/lazily";
import type { Aim } from "@/lib/domain/findings/rows/aim";

const FindingCounts = lazily(async () => (await import("./finding-counts")).FindingCounts);

/** Counts beside a title: they come when findings do, and nothing moves for them. */
export const LazyCounts = (aim: Aim) => (
  <Fetched>
    <FindingCounts {...aim} />
  </Fetched>
);
