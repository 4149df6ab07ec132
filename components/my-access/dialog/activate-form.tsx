"use client";

import { useId, useState, type ReactNode } from "react";
import { useAzure } from "@/components/auth/use-azure";
import { Moment } from "@/components/ui/ago";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { ToggleGroup } from "@/components/ui/toggle-group";
import type { ActivationRequest } from "@/lib/domain/activation";
import { durationWords } from "@/lib/domain/duration";
import type { PrincipalId } from "@/lib/domain/ids";
import type { MyGrant } from "@/lib/domain/my-access/my-grant";
import { activateMutation, refusalOf } from "@/lib/queries/activate";
import { DialogFoot, isConfirming, PimLink, Refused, ScopeLink } from "./dialog-foot";
import { durationOptions, durationsFor, firstDuration } from "./durations";
import { FindInPim } from "./find-in-pim";
import { RequestOutcome } from "./request-outcome";
import { SignInAsked } from "./sign-in-asked";
import { Summary } from "./summary";
import { useSending } from "./use-sending";

const longestText = 500;
const field =
  "w-full rounded-sm border border-control bg-surface px-2 py-1 text-base placeholder:text-ink-3 aria-invalid:border-sev-critical max-sm:text-md";

// The browser's own dialog focuses what carries this attribute, which React does not write.
const focusFirst = (element: HTMLElement | null) => element?.setAttribute("autofocus", "");

type Props = {
  grant: MyGrant;
  schedule: string;
  /** What the last request came to. */
  refused: ActivationRequest | undefined;
  me: PrincipalId;
  onClose: () => void;
};

/** Asks for one of my roles. Nothing is sent before it is confirmed. */
export function ActivateForm({ grant, schedule, refused, me, onClose }: Props) {
  const { azure, session } = useAzure();
  const { send, sending, error, data } = useSending(activateMutation(azure));
  const ids = useId();
  const durations = durationsFor(grant.policy);
  // One dialog is one request, however often it is sent.
  const [name] = useState(() => crypto.randomUUID());
  const [duration, setDuration] = useState(() => firstDuration(durations));
  const [justification, setJustification] = useState("");
  const [ticket, setTicket] = useState({ number: "", system: "" });
  const [isTried, setTried] = useState(false);
  const isSent = sending === "underWay" || sending === "waiting";
  const isMissing = justification.trim() === "";
  const needsApproval = grant.policy !== undefined && grant.policy.approvers.length > 0;

  const confirm = () => {
    setTried(true);
    if (sending === "waiting") return void session.renew();
    if (isMissing || isSent) return document.getElementById(`${ids}-why`)?.focus();
    send({
      name,
      scope: grant.scope,
      role: grant.role.id,
      principal: me,
      schedule,
      justification: justification.trim(),
      ticket: ticket.number.trim() ? { number: ticket.number.trim(), system: ticket.system.trim() } : undefined,
      duration,
      startsAt: Date.now(),
    });
  };

  if (data) return <RequestOutcome grant={grant} request={data} onClose={onClose} />;
  const reason = error && refusalOf(error).reason;
  return (
    <form
      noValidate
      onKeyDown={(event) => isConfirming(event) && confirm()}
      onSubmit={(event) => {
        event.preventDefault();
        confirm();
      }}
    >
      {refused && (
        <p role="status" className="mb-3 border-l-3 border-sev-high bg-sev-high-wash px-3 py-2">
          Your last request
          {refused.createdAt !== undefined && (
            <>
              {" "}
              of <Moment at={refused.createdAt} />
            </>
          )}{" "}
          was {refused.stage === "denied" ? "denied" : `not carried out (${refused.status})`}.
        </p>
      )}
      <div className="mb-3 max-sm:[&_[role=radiogroup]]:flex max-sm:[&_button]:h-touch">
        <span className="mb-1 block font-[560]">Duration</span>
        <ToggleGroup
          label="Duration"
          value={duration}
          options={durationOptions(durations)}
          onChange={(next) => isSent || setDuration(next)}
        />
      </div>
      <Labelled id={`${ids}-why`} label="Justification">
        <textarea
          ref={focusFirst}
          id={`${ids}-why`}
          rows={2}
          required
          readOnly={isSent}
          maxLength={longestText}
          value={justification}
          aria-invalid={isTried && isMissing}
          aria-describedby={isTried && isMissing ? `${ids}-missing` : undefined}
          onChange={(event) => setJustification(event.target.value)}
          className={field}
        />
        {isTried && isMissing && (
          <p id={`${ids}-missing`} role="alert" className="text-sm text-sev-critical-text">
            A justification is required: say what you need the role for.
          </p>
        )}
      </Labelled>
      <div className="grid grid-cols-2 gap-3">
        <Labelled id={`${ids}-ticket`} label="Ticket number" note="optional">
          <input
            id={`${ids}-ticket`}
            maxLength={100}
            readOnly={isSent}
            value={ticket.number}
            onChange={(event) => setTicket({ ...ticket, number: event.target.value })}
            className={`${field} h-control max-sm:h-touch`}
          />
        </Labelled>
        <Labelled id={`${ids}-system`} label="Ticket system" note="optional">
          <input
            id={`${ids}-system`}
            maxLength={100}
            readOnly={isSent}
            value={ticket.system}
            onChange={(event) => setTicket({ ...ticket, system: event.target.value })}
            className={`${field} h-control max-sm:h-touch`}
          />
        </Labelled>
      </div>
      <Summary grant={grant} duration={duration} sending={sending} />
      <SignInAsked sending={sending} />
      <Refused error={error} />
      {reason === "unseenScope" && <FindInPim grant={grant} />}
      <DialogFoot>
        {reason === "strongerSignIn" && <ScopeLink grant={grant} />}
        {reason === "unseenScope" && <PimLink />}
        <Button onClick={onClose}>{sending === "underWay" ? "Close" : "Cancel"}</Button>
        <Button type="submit" variant="primary" isBusy={sending === "underWay"}>
          {sending === "waiting"
            ? "Sign in again"
            : `${needsApproval ? "Request" : "Activate"} for ${durationWords(duration)}`}
          <span className="flex gap-1 max-sm:hidden">
            <Kbd>Ctrl</Kbd>
            <Kbd>↵</Kbd>
          </span>
        </Button>
      </DialogFoot>
    </form>
  );
}

function Labelled({ id, label, note, children }: { id: string; label: string; note?: string; children: ReactNode }) {
  return (
    <div className="mb-3">
      <label htmlFor={id} className="mb-1 block font-[560]">
        {label} {note && <span className="font-[400] text-ink-3">{note}</span>}
      </label>
      {children}
    </div>
  );
}
