"use client";

import { Lock } from "lucide-react";
import { useAzure, useSessionState } from "@/components/auth/use-azure";
import { Moment } from "@/components/ui/ago";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { formatClock } from "@/lib/format";

/** The one banner that interrupts: nothing can be read before somebody signs in again. */
export function ExpiredBanner() {
  const { session } = useAzure();
  const state = useSessionState();
  if (state.kind !== "expired") return null;
  return (
    <Banner
      tone="critical"
      icon={Lock}
      actions={
        <Button variant="primary" size="small" onClick={() => void session.renew()}>
          Sign in again
        </Button>
      }
    >
      <b>
        Sign-in expired at <Moment at={state.since}>{formatClock(state.since)}</Moment>.
      </b>{" "}
      <span className="text-ink-2">
        {state.problem
          ? `${state.problem.title}. ${state.problem.fix ?? ""}`
          : "Reading waits; filters, selection and what was read are kept."}
        {state.mustRedirect && " Windows are blocked here, so the next try leaves this page and comes back."}
      </span>
    </Banner>
  );
}
