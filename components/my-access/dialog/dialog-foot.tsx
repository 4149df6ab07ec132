"use client";

import { ExternalLink } from "lucide-react";
import type { KeyboardEvent, ReactNode } from "react";
import { useAzure } from "@/components/auth/use-azure";
import { buttonLook } from "@/components/ui/button";
import { Foreign } from "@/components/ui/foreign";
import type { MyGrant } from "@/lib/domain/my-access/my-grant";
import { portalPim, portalUrl } from "@/lib/paths";
import { refusalOf } from "@/lib/queries/activate";

/** Buttons of a dialog, the main one at the right; on phones they are as wide as it, the main one on top. */
export const DialogFoot = ({ children }: { children: ReactNode }) => (
  <div className="mt-5 flex flex-wrap items-center justify-end gap-2 max-sm:flex-col-reverse max-sm:items-stretch max-sm:[&_a]:h-touch max-sm:[&_a]:text-md max-sm:[&_button]:h-touch max-sm:[&_button]:text-md">
    {children}
  </div>
);

/** Whether a key confirms: Ctrl Enter, or Cmd Enter. */
export function isConfirming(event: KeyboardEvent): boolean {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return false;
  event.preventDefault();
  return true;
}

/** Why Azure did not do it, in words, with its own code behind them. */
export function Refused({ error }: { error: Error | null }) {
  if (!error) return null;
  const { what, fix, note } = refusalOf(error);
  return (
    <div role="alert" className="mt-3 border-l-3 border-sev-critical bg-sev-critical-wash px-3 py-2">
      <p className="font-[560]">
        <Foreign text={what} limit={600} />
      </p>
      {fix && <p className="text-ink-2">{fix}</p>}
      {note && <p className="mt-1 font-mono text-xs break-all text-ink-2">{note}</p>}
    </div>
  );
}

export function ScopeLink({ grant, look = "plain" }: { grant: MyGrant; look?: "plain" | "primary" }) {
  const { azure } = useAzure();
  return (
    <a
      href={portalUrl(azure.cloud.portal, azure.tenant, grant.scope)}
      target="_blank"
      rel="noreferrer"
      className={buttonLook({ variant: look })}
    >
      Open in portal <ExternalLink aria-hidden size={13} />
    </a>
  );
}

/** It opens PIM with all of one's roles: `FindInPim` beside it says which of them is meant. */
export function PimLink({ look = "plain" }: { look?: "plain" | "primary" }) {
  const { azure } = useAzure();
  return (
    <a
      href={portalPim(azure.cloud.portal, azure.tenant)}
      target="_blank"
      rel="noreferrer"
      className={buttonLook({ variant: look })}
    >
      Activate in PIM <ExternalLink aria-hidden size={13} />
    </a>
  );
}
