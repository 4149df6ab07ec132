"use client";

import { WifiOff } from "lucide-react";
import { Moment } from "@/components/ui/ago";
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
        {at === undefined ? (
          "Nothing has been read yet."
        ) : (
          <>
            Showing what was read at <Moment at={at}>{formatDayClock(at, now)}</Moment>. Filters and exports work.
          </>
        )}
      </span>
    </Banner>
  );
}
