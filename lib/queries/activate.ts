import { mutationOptions, type QueryClient } from "@tanstack/react-query";
import type { Azure } from "@/lib/azure/client";
import { AzureError, type AzureErrorKind } from "@/lib/azure/errors";
import { activate, cancelRequest, deactivate } from "@/lib/azure/pim/client";
import { refusalReason } from "@/lib/azure/pim/refusal";
import type { ActivationOrder, DeactivationOrder, RefusalReason } from "@/lib/domain/activation";
import type { Scope } from "@/lib/domain/scope";
import { forgetMyRoles } from "./my-access";

/** Without a network it fails at once: an activation that waited for one would begin when nobody expects it any more. */
const once = { retry: false, networkMode: "always" } as const;

/** An order, and what gives it up as long as Azure has not taken it. */
export type Sent<Order> = Readonly<{ order: Order; signal: AbortSignal }>;

/**
 * Asks for a role. Choose the order's `name` when the dialog opens: pressed twice, or tried again after a lost
 * connection, it is one request. `refusalOf` reads its error.
 */
export const activateMutation = (azure: Azure) =>
  mutationOptions({
    mutationKey: [...azure.key, "activate"],
    mutationFn: ({ order, signal }: Sent<ActivationOrder>) => activate(azure, order, signal),
    ...once,
    onSettled: (_request, error, _order, _before, { client }) => afterwards(client, azure, error),
  });

export const deactivateMutation = (azure: Azure) =>
  mutationOptions({
    mutationKey: [...azure.key, "deactivate"],
    mutationFn: ({ order, signal }: Sent<DeactivationOrder>) => deactivate(azure, order, signal),
    ...once,
    onSettled: (_request, error, _order, _before, { client }) => afterwards(client, azure, error),
  });

/** Takes back a request that nobody decided yet. */
export const cancelRequestMutation = (azure: Azure) =>
  mutationOptions({
    mutationKey: [...azure.key, "cancelActivationRequest"],
    mutationFn: ({ order: { scope, name }, signal }: Sent<Readonly<{ scope: Scope; name: string }>>) =>
      cancelRequest(azure, scope, name, signal),
    ...once,
    onSettled: (_answer, error, _request, _before, { client }) => afterwards(client, azure, error),
  });

/** What was done counts as done when the list shows it; why it was not is said at once. */
function afterwards(client: QueryClient, azure: Azure, error: Error | null): Promise<void> | undefined {
  const asked = forgetMyRoles(client, azure);
  return error ? undefined : asked;
}

export type Refusal = Readonly<{
  reason: RefusalReason;
  what: string;
  fix: string | undefined;
  /** Azure's own code, and what its support finds the request by. */
  note: string | undefined;
  /** Azure said no. Otherwise it may have taken the request. */
  isCertain: boolean;
}>;

const refusing: readonly AzureErrorKind[] = ["signInRequired", "refused", "notFound", "throttled", "rejected"];

/** Why PIM did not do it, and what helps. */
export function refusalOf(error: Error): Refusal {
  if (!(error instanceof AzureError))
    return { reason: "other", what: error.message, fix: undefined, note: undefined, isCertain: false };
  const { message, fix, code, correlationId, kind } = error;
  const note = [code, correlationId && `correlation ${correlationId}`].filter(Boolean).join(" · ");
  return {
    reason: refusalReason(error),
    what: message,
    fix,
    note: note || undefined,
    isCertain: refusing.includes(kind),
  };
}
