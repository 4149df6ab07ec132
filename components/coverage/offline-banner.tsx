"use client";

import { WifiOff } from "lucide-react";
import { Banner } from "@/components/ui/banner";
import { useNow } from "@/components/ui/use-now";
import type { Coverage } from "@/lib/domain/coverage";
import { formatDayClock } from "@/lib/format";
import { asOf } from "./words";

export function OfflineBanner({ coverage }: { coverage: Coverage | undefined }) {
  const now = useNow();
  const at = coverage && asOf(coverage);
  return (
    <Banner icon={WifiOff}>
      <b>Offline.</b>{" "}
      <span className="text-ink-2">
        {at === undefined
          ? "Nothing has been read yet."
          : `Showing what was read at ${formatDayClock(at, now)}. Filters and exports work.`}
      </span>
    </Banner>
  );
}
