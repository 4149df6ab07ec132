"use client";

import { useAzure } from "@/components/auth/use-azure";
import { approverText } from "@/components/my-access/my-words";
import { Moment } from "@/components/ui/ago";
import { Button } from "@/components/ui/button";
import { Foreign } from "@/components/ui/foreign";
import type { ActivationRequest } from "@/lib/domain/activation";
import { durationWords } from "@/lib/domain/duration";
import type { MyGrant } from "@/lib/domain/my-access/my-grant";
import { cancelRequestMutation } from "@/lib/queries/activate";
import { DialogFoot, isConfirming, Refused } from "./dialog-foot";
import { SignInAsked } from "./sign-in-asked";
import { useSending } from "./use-sending";

type Props = { grant: MyGrant; request: ActivationRequest; onClose: () => void };

/** A request that waits, for a person or for time, and taking it back. */
export function AskedView({ grant, request, onClose }: Props) {
  const { azure, session } = useAzure();
  const { send, sending, error } = useSending(cancelRequestMutation(azure));
  const isWaiting = request.stage === "waiting";
  const { createdAt, duration, justification, ticket } = request;
  const confirm = () => {
    if (sending === "waiting") return void session.renew();
    if (isWaiting && sending !== "underWay") send({ scope: grant.scope, name: request.name }, onClose);
  };
  return (
    <div onKeyDown={(event) => isConfirming(event) && confirm()}>
      <div role="status">
        <p className="font-[560]">
          {isWaiting ? (
            grant.policy && grant.policy.approvers.length > 0 ? (
              <>
                Waiting for approval by <Foreign text={approverText(grant.policy)} limit={300} />
              </>
            ) : (
              "Waiting for approval"
            )
          ) : (
            "Azure is activating the role"
          )}
        </p>
        <p className="text-ink-2">
          {createdAt !== undefined && (
            <>
              Asked <Moment at={createdAt} />
            </>
          )}
          {duration !== undefined && `, for ${durationWords(duration)}`}. This page looks again by itself.
        </p>
      </div>
      {(justification || ticket) && (
        <p className="mt-2 text-ink-2">
          {justification && <Foreign text={justification} limit={600} />}
          {ticket && (
            <>
              {" "}
              (ticket <Foreign text={ticket} />)
            </>
          )}
        </p>
      )}
      <SignInAsked sending={sending} />
      <Refused error={error} />
      <DialogFoot>
        <Button onClick={onClose}>Close</Button>
        {isWaiting && (
          <Button isBusy={sending === "underWay"} onClick={confirm}>
            {sending === "waiting" ? "Sign in again" : "Cancel request"}
          </Button>
        )}
      </DialogFoot>
    </div>
  );
}
