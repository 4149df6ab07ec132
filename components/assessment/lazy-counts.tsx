"use client";

import { Suspense } from "react";
import { lazily } from "@/components/ui/lazily";
import type { Aim } from "@/lib/domain/findings/rows/aim";

const FindingCounts = lazily(async () => (await import("./finding-counts")).FindingCounts);

/** Counts beside a title: they come when findings do, and nothing moves for them. */
export const LazyCounts = (aim: Aim) => (
  <Suspense fallback={null}>
    <FindingCounts {...aim} />
  </Suspense>
);
