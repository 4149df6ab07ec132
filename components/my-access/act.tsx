"use client";

import { ExternalLink } from "lucide-react";
import { createContext, useContext } from "react";
import { useAzure } from "@/components/auth/use-azure";
import { Button, buttonLook } from "@/components/ui/button";
import type { MyGrant } from "@/lib/domain/my-access/my-grant";
import { portalUrl } from "@/lib/paths";
import { roleText } from "./my-words";

/** Opens what can be done with a grant. */
export const ActContext = createContext<(id: string) => void>(() => {});

/** The one thing that can be done with a grant, in a word; undefined where it is a link to the scope in the portal. */
export function actionName({ state, policy }: MyGrant): string | undefined {
  switch (state.kind) {
    case "ready":
      return policy && policy.approvers.length > 0 ? "Request" : "Activate";
    case "active":
      return "Deactivate";
    case "asked":
      return state.request.stage === "waiting" ? "Cancel request" : "Show";
    case "portal":
      return "Find in PIM";
    case "unknown":
    case "blocked":
    case "reading":
      return "Why";
    default:
      return undefined;
  }
}

/** The button or link at the end of a row. Enter on the row does the same. */
export function Act({ grant }: { grant: MyGrant }) {
  const open = useContext(ActContext);
  const { azure } = useAzure();
  const name = actionName(grant);
  if (name !== undefined)
    return (
      <Button
        size="small"
        variant={name === "Why" || name === "Show" ? "quiet" : "plain"}
        tabIndex={-1}
        aria-label={`${name}: ${roleText(grant)} on ${grant.scopeName}`}
        onClick={() => open(grant.id)}
      >
        {name}
      </Button>
    );
  return (
    <a
      href={portalUrl(azure.cloud.portal, azure.tenant, grant.scope)}
      target="_blank"
      rel="noreferrer"
      tabIndex={-1}
      aria-label={`Open in portal: ${grant.scopeName}`}
      onClick={(event) => event.stopPropagation()}
      className={buttonLook({ variant: "quiet", size: "small" })}
    >
      Open in portal <ExternalLink aria-hidden size={12} />
    </a>
  );
}
