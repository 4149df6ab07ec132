"use client";

import { useSyncExternalStore } from "react";
import { useSessionState } from "@/components/auth/use-azure";
import { Moment } from "@/components/ui/ago";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Docked } from "@/components/ui/dock";
import { Fetched } from "@/components/ui/fetched";
import { lazily } from "@/components/ui/lazily";
import { Progress } from "@/components/ui/progress";
import { useNow } from "@/components/ui/use-now";
import { isReading, type Coverage, type SourceName } from "@/lib/domain/coverage";
import { formatCount, formatCounted, formatDayClock, formatShare } from "@/lib/format";
import type { Reading } from "./use-inventory";
import { heldFrom, sourceWords, wasStopped } from "./words";

const ExpiredBanner = lazily(async () => (await import("./expired-banner")).ExpiredBanner);
const OfflineBanner = lazily(async () => (await import("./offline-banner")).OfflineBanner);
const PartialBanner = lazily(async () => (await import("./partial-banner")).PartialBanner);
const SilenceBanner = lazily(async () => (await import("./silence-banner")).SilenceBanner);
const ThrottleBanner = lazily(async () => (await import("./throttle-banner")).ThrottleBanner);

/** Everything about reading that the page's rows do not say themselves: one line each, below the page. */
export function CoverageBanners({ reading }: { reading: Reading }) {
  const coverage = reading.inventory?.coverage;
  const isOnline = useSyncExternalStore(
    subscribeOnline,
    () => navigator.onLine,
    () => true,
  );
  const isExpired = useSessionState().kind === "expired";
  return (
    <Docked>
      <Fetched>
        {isExpired && <ExpiredBanner />}
        {!isOnline && <OfflineBanner coverage={coverage} />}
        {isOnline && !isExpired && isSilent(reading) && <SilenceBanner />}
      </Fetched>
      {coverage && isReading(coverage) && !isExpired && <ProgressBanner coverage={coverage} onStop={reading.stop} />}
      {coverage && !isReading(coverage) && (coverage.problems.length > 0 || wasStopped(coverage)) && (
        <Fetched>
          <PartialBanner key={coverage.finishedAt} coverage={coverage} reading={reading} />
        </Fetched>
      )}
    </Docked>
  );
}

function subscribeOnline(listener: () => void) {
  window.addEventListener("online", listener);
  window.addEventListener("offline", listener);
  return () => {
    window.removeEventListener("online", listener);
    window.removeEventListener("offline", listener);
  };
}

/** Nothing has come, and nobody has said why. */
const isSilent = ({ inventory, error }: Reading): boolean =>
  !error &&
  (!inventory || (isReading(inventory.coverage) && !inventory.coverage.throttled && isNothingRead(inventory.coverage)));

const isNothingRead = ({ sources }: Coverage): boolean => told.every((name) => sources[name].read === 0);

const told: readonly SourceName[] = ["assignments", "definitions", "subscriptions"];

function ProgressBanner({ coverage, onStop }: { coverage: Coverage; onStop: () => void }) {
  const now = useNow();
  const held = heldFrom(coverage);
  const reading = told.map((name) => coverage.sources[name]);
  const read = reading.reduce((sum, source) => sum + source.read, 0);
  const isKnown = reading.every(({ expected }) => expected !== undefined);
  const expected = isKnown ? reading.reduce((sum, source) => sum + (source.expected ?? 0), 0) : undefined;
  const rest = Object.values(coverage.sources).find(({ state }) => state === "reading" || state === "waiting");
  const isDone = expected !== undefined && read >= expected;
  const stop = (
    <Button variant="quiet" size="small" onClick={onStop}>
      Stop
    </Button>
  );
  const progress = <Progress label="Reading delegations" value={read} total={expected} />;
  if (coverage.throttled)
    return (
      <div className="shrink-0">
        <Fetched>
          <ThrottleBanner throttled={coverage.throttled} actions={stop} />
        </Fetched>
        {progress}
      </div>
    );
  return (
    <div className="shrink-0">
      <Banner actions={stop}>
        {held !== undefined && (
          <b className="mr-2.5">
            As of <Moment at={held}>{formatDayClock(held, now)}</Moment>, reading again.
          </b>
        )}
        {isDone && rest ? (
          `Reading ${sourceWords[rest.source].toLowerCase()}`
        ) : (
          <>
            Reading delegations <span className="ml-1.5 font-[550]">{formatCount(read)}</span>
            {expected !== undefined && (
              <>
                <span className="font-[550]"> of {formatCounted(expected, "record")}</span>
                <span className="ml-2.5 text-ink-3">
                  {formatShare(Math.floor((100 * read) / Math.max(1, expected)) / 100)}
                </span>
              </>
            )}
          </>
        )}
      </Banner>
      {progress}
    </div>
  );
}
