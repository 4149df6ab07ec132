"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useAzure } from "@/components/auth/use-azure";
import { Button } from "@/components/ui/button";
import type { ActivationRequest, RequestStage } from "@/lib/domain/activation";
import type { MyGrant } from "@/lib/domain/my-access/my-grant";
import { forgetMyRoles, requestQuery } from "@/lib/queries/my-access";
import { DialogFoot, ScopeLink } from "./dialog-foot";

const words: Readonly<Record<RequestStage, string>> = {
  waiting: "The request waits for an approver.",
  underWay: "Azure is activating the role.",
  done: "Azure activated the role. The list shows it as soon as Azure lists it.",
  denied: "The request was denied.",
  cancelled: "The request was cancelled.",
  failed: "Azure did not carry the request out.",
  ended: "The role was activated, and has ended.",
  unknown: "Azure took the request, and says of it what Fresnel does not know.",
};

/** What became of a request that the list does not speak of yet, or never will. */
export function RequestOutcome({
  grant,
  request,
  onClose,
}: {
  grant: MyGrant;
  request: ActivationRequest;
  onClose: () => void;
}) {
  const { azure } = useAzure();
  const client = useQueryClient();
  const { stage, status } = useQuery({ ...requestQuery(azure, grant.scope, request.name), initialData: request }).data;
  return (
    <>
      <div role="status">
        <p className="font-[560]">{words[stage]}</p>
        <p className="text-ink-2">PIM’s word for it: {status || "none"}.</p>
      </div>
      <DialogFoot>
        <ScopeLink grant={grant} />
        <Button onClick={() => void forgetMyRoles(client, azure)}>Read the list again</Button>
        <Button onClick={onClose}>Close</Button>
      </DialogFoot>
    </>
  );
}
