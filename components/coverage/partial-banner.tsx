"use client";

import { TriangleAlert, X } from "lucide-react";
import { useState } from "react";
import { Moment } from "@/components/ui/ago";
import { Banner } from "@/components/ui/banner";
import { Button, IconButton } from "@/components/ui/button";
import { Foreign } from "@/components/ui/foreign";
import { useNow } from "@/components/ui/use-now";
import type { Coverage, Problem } from "@/lib/domain/coverage";
import { formatCount, formatCounted, formatDayClock } from "@/lib/format";
import type { Reading } from "./use-inventory";
import { affected, heldFrom, wasStopped } from "./words";

/** "3 subscriptions" where that is what they are, else "3 things". */
function missingWords(problems: readonly Problem[]): string {
  const subscriptions = new Set(problems.flatMap(({ subscription }) => subscription ?? []));
  return subscriptions.size === problems.length
    ? formatCounted(problems.length, "subscription")
    : formatCounted(problems.length, "thing");
}

/** What the last reading could not see, or that it was stopped. */
export function PartialBanner({ coverage, reading }: { coverage: Coverage; reading: Reading }) {
  const now = useNow();
  const [isDismissed, setDismissed] = useState(false);
  if (isDismissed) return null;
  const { problems } = coverage;
  const held = heldFrom(coverage);
  const [first] = problems;
  const isStopped = wasStopped(coverage);
  return (
    <Banner
      tone={isStopped ? "plain" : "high"}
      icon={TriangleAlert}
      actions={
        <>
          {isStopped ? (
            <Button size="small" onClick={reading.readAgain}>
              Read again
            </Button>
          ) : (
            <Button size="small" onClick={() => reading.retry(affected(problems))}>
              Retry
            </Button>
          )}
          <IconButton icon={X} size="small" label="Dismiss" onClick={() => setDismissed(true)} />
        </>
      }
      more={
        <>
          {held !== undefined && (
            <>
              What was read at <Moment at={held}>{formatDayClock(held, now)}</Moment> is still shown.{" "}
            </>
          )}
          {first ? (
            <>
              <Foreign text={first.what} />
              {problems.length > 1 ? ` and ${formatCount(problems.length - 1)} more.` : "."} What is missing here may
              exist: the chip above accounts for it.
            </>
          ) : (
            "What came is shown; something may be missing."
          )}
        </>
      }
    >
      <b>{isStopped ? "Reading was stopped." : `${missingWords(problems)} could not be read.`}</b>
    </Banner>
  );
}
