"use client";

import { ExternalLink } from "lucide-react";
import { useAzure } from "@/components/auth/use-azure";
import { obstacleOf, stateText } from "@/components/my-access/my-words";
import { Button, buttonLook } from "@/components/ui/button";
import { Foreign } from "@/components/ui/foreign";
import type { MyGrant } from "@/lib/domain/my-access/my-grant";
import { portalMyCustomers } from "@/lib/paths";
import { DialogFoot, PimLink, ScopeLink } from "./dialog-foot";
import { FindInPim } from "./find-in-pim";

const fixes = {
  onlyApprover: "Ask the customer to accept an offer that names another approver, best a group.",
  noApprover: "Ask the customer to accept an offer that names approvers who exist, best a group.",
  givesNothing: undefined,
};

/** A role of which nothing can be done here: why, and where to go. */
export function ElsewhereView({ grant, onClose }: { grant: MyGrant; onClose: () => void }) {
  const { azure } = useAzure();
  const { state, isReadable } = grant;
  const { portal } = azure.cloud;
  const fix = state.kind === "blocked" ? fixes[state.why] : "fix" in state ? state.fix : undefined;
  const obstacle = obstacleOf(grant);
  const isInPortal = state.kind === "portal" || state.kind === "unknown";
  return (
    <>
      <div role="status">
        <p className="font-[560]">{stateText(grant)}</p>
        {obstacle && (
          <p>
            <Foreign text={obstacle} limit={600} />
          </p>
        )}
        {fix && <p className="text-ink-2">{fix}</p>}
        {grant.kind === "eligible" && !isReadable && (
          <p className="text-ink-2">
            You hold no standing Reader here: the portal lists the delegation only while a role is active.
          </p>
        )}
      </div>
      {isInPortal && <FindInPim grant={grant} />}
      <DialogFoot>
        <Button onClick={onClose}>Close</Button>
        {isInPortal && (
          <a
            href={portalMyCustomers(portal, azure.tenant)}
            target="_blank"
            rel="noreferrer"
            className={buttonLook({ variant: "plain" })}
          >
            My customers <ExternalLink aria-hidden size={13} />
          </a>
        )}
        <ScopeLink grant={grant} look={state.kind === "standing" ? "primary" : "plain"} />
        {isInPortal && <PimLink look="primary" />}
      </DialogFoot>
    </>
  );
}
