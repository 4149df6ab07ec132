"use client";

import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { PrincipalId } from "@/lib/domain/ids";
import type { MyGrant } from "@/lib/domain/my-access/my-grant";
import { ActivateForm } from "./activate-form";
import { ActiveView } from "./active-view";
import { AskedView } from "./asked-view";
import { ElsewhereView } from "./elsewhere-view";
import { GrantFacts } from "./grant-facts";
import { roleText } from "@/components/my-access/my-words";

type Props = {
  /** undefined: the link names nothing that is listed. */
  grant: MyGrant | undefined;
  isReading: boolean;
  me: PrincipalId;
  onClose: () => void;
};

/** What one of my roles is, and what can be done with it now. It follows what Azure says while it is open. */
export function MyGrantDialog({ grant, isReading, me, onClose }: Props) {
  if (!grant)
    return (
      <Dialog title={isReading ? "Reading" : "Not among your roles"} onClose={onClose}>
        <p className="text-ink-2">
          {isReading
            ? "What you hold is being read."
            : "This link names a role that you do not hold, that has ended, or that could not be read."}
        </p>
        <div className="mt-4 flex justify-end">
          <Button onClick={onClose}>Close</Button>
        </div>
      </Dialog>
    );
  return <GrantDialog key={grant.id} grant={grant} me={me} onClose={onClose} />;
}

type View = "form" | "active" | "asked" | "elsewhere";

function GrantDialog({ grant, me, onClose }: { grant: MyGrant; me: PrincipalId; onClose: () => void }) {
  const { state } = grant;
  // A form stays with what was typed in it when a later reading fails.
  const [schedule, setSchedule] = useState(state.kind === "ready" ? state.schedule : undefined);
  if (state.kind === "ready" && state.schedule !== schedule) setSchedule(state.schedule);
  const view: View =
    state.kind === "active" || state.kind === "asked" ? state.kind : schedule !== undefined ? "form" : "elsewhere";
  const body = useFocusOnChange(view);
  return (
    <Dialog title={titleOf(grant, view)} onClose={onClose}>
      <GrantFacts grant={grant} />
      <div ref={body} tabIndex={-1} className="outline-none">
        {state.kind === "active" && (
          <ActiveView grant={grant} activation={state.activation} me={me} onClose={onClose} />
        )}
        {state.kind === "asked" && <AskedView grant={grant} request={state.request} onClose={onClose} />}
        {view === "form" && schedule !== undefined && (
          <ActivateForm
            grant={grant}
            schedule={schedule}
            refused={state.kind === "ready" ? state.refused : undefined}
            me={me}
            onClose={onClose}
          />
        )}
        {view === "elsewhere" && <ElsewhereView grant={grant} onClose={onClose} />}
      </div>
    </Dialog>
  );
}

function titleOf(grant: MyGrant, view: View): string {
  const role = roleText(grant);
  if (view === "form")
    return grant.policy && grant.policy.approvers.length > 0 ? `Request ${role}` : `Activate ${role}`;
  if (view === "active") return `${role} is active`;
  if (view === "asked") return `${role} is requested`;
  return role;
}

/** The button that was pressed is gone when the view changes: focus goes to what took its place. */
function useFocusOnChange(view: View) {
  const body = useRef<HTMLDivElement>(null);
  const shown = useRef(view);
  useEffect(() => {
    if (shown.current === view) return;
    shown.current = view;
    body.current?.focus();
  }, [view]);
  return body;
}
