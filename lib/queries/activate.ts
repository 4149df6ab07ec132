import { mutationOptions } from "@tanstack/react-query";
import type { Azure } from "@/lib/azure/client";
import { AzureError } from "@/lib/azure/errors";
import { activate, cancelRequest, deactivate } from "@/lib/azure/pim/client";
import { refusalReason } from "@/lib/azure/pim/refusal";
import type { ActivationOrder, DeactivationOrder, RefusalReason } from "@/lib/domain/activation";
import type { Scope } from "@/lib/domain/scope";
import { forgetMyRoles } from "./my-access";

/**
 * Asks for a role. Choose the order's `name` when the dialog opens: pressed twice, or tried again after a lost
 * connection, it is one request. `refusalOf` reads its error.
 */
export const activateMutation = (azure: Azure) =>
  mutationOptions({
    mutationKey: [...azure.key, "activate"],
    mutationFn: (order: ActivationOrder) => activate(azure, order),
    retry: false,
    onSettled: (_request, _error, _order, _before, { client }) => forgetMyRoles(client, azure),
  });

export const deactivateMutation = (azure: Azure) =>
  mutationOptions({
    mutationKey: [...azure.key, "deactivate"],
    mutationFn: (order: DeactivationOrder) => deactivate(azure, order),
    retry: false,
    onSettled: (_request, _error, _order, _before, { client }) => forgetMyRoles(client, azure),
  });

/** Takes back a request that nobody decided yet. */
export const cancelRequestMutation = (azure: Azure) =>
  mutationOptions({
    mutationKey: [...azure.key, "cancelActivationRequest"],
    mutationFn: ({ scope, name }: Readonly<{ scope: Scope; name: string }>) => cancelRequest(azure, scope, name),
    retry: false,
    onSettled: (_answer, _error, _request, _before, { client }) => forgetMyRoles(client, azure),
  });

/** Why PIM did not do it, and what helps. */
export const refusalOf = (error: Error): Readonly<{ reason: RefusalReason; what: string; fix: string | undefined }> =>
  error instanceof AzureError
    ? { reason: refusalReason(error), what: error.message, fix: error.fix }
    : { reason: "other", what: error.message, fix: undefined };
