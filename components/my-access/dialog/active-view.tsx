"use client";

import { useId, useState } from "react";
import { useAzure } from "@/components/auth/use-azure";
import { Moment } from "@/components/ui/ago";
import { Button } from "@/components/ui/button";
import { Countdown, useSeconds } from "@/components/ui/countdown";
import { deactivatableFrom, type Activation } from "@/lib/domain/activation";
import type { PrincipalId } from "@/lib/domain/ids";
import type { MyGrant } from "@/lib/domain/my-access/my-grant";
import { formatClockWithSeconds } from "@/lib/format";
import { deactivateMutation } from "@/lib/queries/activate";
import { DialogFoot, isConfirming, Refused, ScopeLink } from "./dialog-foot";
import { SignInAsked } from "./sign-in-asked";
import { useSending } from "./use-sending";

type Props = { grant: MyGrant; activation: Activation; me: PrincipalId; onClose: () => void };

/** An active role: how long it lasts, and giving it back. */
export function ActiveView({ grant, activation, me, onClose }: Props) {
  const { azure, session } = useAzure();
  const { send, sending, error } = useSending(deactivateMutation(azure));
  const [name] = useState(() => crypto.randomUUID());
  const reason = useId();
  const from = deactivatableFrom(activation);
  const now = useSeconds();
  const isTooSoon = from !== undefined && now < from;
  const { until } = activation;
  const confirm = () => {
    if (sending === "waiting") return void session.renew();
    if (isTooSoon || sending === "underWay") return;
    const { schedule } = activation;
    send({ name, scope: grant.scope, role: activation.role, principal: me, schedule }, onClose);
  };
  return (
    <div onKeyDown={(event) => isConfirming(event) && confirm()}>
      <p role="status">
        Active
        {until !== undefined && (
          <>
            {" "}
            until <Moment at={until} />
          </>
        )}
        .{" "}
        {grant.isReadable ||
          "When it ends, the delegation can no longer be seen, here or in the portal: you hold no standing Reader."}
      </p>
      {until !== undefined && (
        <p className="mt-1 text-xl font-[620]">
          <Countdown until={until} /> <span className="text-base font-[400] text-ink-2">left</span>
        </p>
      )}
      <p id={reason} className="mt-2 text-ink-2">
        {isTooSoon ? (
          <>
            A role stays active for at least five minutes: it can be given back from{" "}
            <Moment at={from}>{formatClockWithSeconds(from)}</Moment>.
          </>
        ) : (
          "Deactivating ends it at once; activating it again is a new request."
        )}
      </p>
      <SignInAsked sending={sending} />
      <Refused error={error} />
      <DialogFoot>
        <Button onClick={onClose}>Close</Button>
        <Button disabled={isTooSoon} aria-describedby={reason} isBusy={sending === "underWay"} onClick={confirm}>
          {sending === "waiting" ? "Sign in again" : "Deactivate now"}
        </Button>
        <ScopeLink grant={grant} look="primary" />
      </DialogFoot>
    </div>
  );
}
