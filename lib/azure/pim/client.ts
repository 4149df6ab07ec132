import type {
  Activation,
  ActivationOrder,
  ActivationRequest,
  DeactivationOrder,
  Eligibility,
  RefusalReason,
  Served,
} from "@/lib/domain/activation";
import type { Scope } from "@/lib/domain/scope";
import type { Azure } from "../client";
import { AzureError } from "../errors";
import { parsed } from "../service-client";
import { pimRequest, rolePath, type PimScope } from "./address";
import { inWords, refusalReason } from "./refusal";
import { listServed, unlessEmpty } from "./served";
import { activationParser, eligibilityParser, requestParser, toRequest } from "./to-domain";

type Arm = Pick<Azure, "arm">;
type ListOptions = Readonly<{ signal?: AbortSignal | undefined }>;

const requests = "roleAssignmentScheduleRequests";

/**
 * What the signed-in person may activate at a scope and below it. `isEligible`: an offer says that there is something.
 * Here and below, what is held at the root of the tenant is left out: no customer lies below it.
 */
export const listEligibilities = async (
  { arm }: Arm,
  scope: PimScope,
  { isEligible = false, signal }: ListOptions & Readonly<{ isEligible?: boolean }> = {},
): Promise<Served<Eligibility>> => {
  const request = pimRequest(scope, "roleEligibilityScheduleInstances", "read", { filter: "asTarget()", signal });
  return unlessEmpty(await listServed(arm, request, eligibilityParser), isEligible);
};

/** What the signed-in person holds now at a scope, above and below it, activated or assigned. */
export const listActivations = (
  { arm }: Arm,
  scope: PimScope,
  { signal }: ListOptions = {},
): Promise<Served<Activation>> =>
  listServed(
    arm,
    pimRequest(scope, "roleAssignmentScheduleInstances", "read", { filter: "asTarget()", signal }),
    activationParser,
  );

/** Requests at a scope: those about the person, those they made, or those that they may decide. */
export const listRequests = (
  { arm }: Arm,
  scope: PimScope,
  { whose = "asTarget", signal }: ListOptions & Readonly<{ whose?: "asTarget" | "asRequestor" | "asApprover" }> = {},
): Promise<Served<ActivationRequest>> =>
  listServed(arm, pimRequest(scope, requests, "read", { filter: `${whose}()`, signal }), requestParser);

/** @throws AzureError */
export async function getRequest({ arm }: Arm, scope: Scope, name: string, signal?: AbortSignal) {
  const { body } = await arm.send(pimRequest(scope, requests, "read", { rest: [name], signal }));
  return parsed(arm, () => toRequest(body));
}

/** Asks for a role to be activated. @throws AzureError in words that say what the policy wants */
export const activate = (azure: Arm, order: ActivationOrder, signal?: AbortSignal): Promise<ActivationRequest> =>
  putRequest(azure, order, signal, {
    requestType: "SelfActivate",
    linkedRoleEligibilityScheduleId: order.schedule,
    justification: order.justification,
    ...(order.ticket && { ticketInfo: { ticketNumber: order.ticket.number, ticketSystem: order.ticket.system } }),
    scheduleInfo: {
      startDateTime: new Date(order.startsAt).toISOString(),
      expiration: { type: "AfterDuration", duration: order.duration, endDateTime: null },
    },
  });

/** Gives an active role back. @throws AzureError; `tooSoon` within the first five minutes */
export const deactivate = (azure: Arm, order: DeactivationOrder, signal?: AbortSignal): Promise<ActivationRequest> =>
  putRequest(azure, order, signal, {
    requestType: "SelfDeactivate",
    ...(order.schedule !== undefined && { linkedRoleEligibilityScheduleId: order.schedule }),
  });

/** Takes back a request that nobody decided yet. @throws AzureError */
export async function cancelRequest({ arm }: Arm, scope: Scope, name: string, signal?: AbortSignal): Promise<void> {
  const call = pimRequest(scope, requests, "cancel/action", { rest: [name, "cancel"], signal });
  try {
    await arm.send({ ...call, method: "POST", mayBeEmpty: true });
  } catch (error) {
    throw error instanceof AzureError ? inWords(error) : error;
  }
}

async function putRequest(
  azure: Arm,
  { scope, name, role, principal }: DeactivationOrder,
  signal: AbortSignal | undefined,
  more: Readonly<Record<string, unknown>>,
): Promise<ActivationRequest> {
  const { arm } = azure;
  const properties = { principalId: principal, roleDefinitionId: rolePath(scope, role), ...more };
  try {
    const call = pimRequest(scope, requests, "write", { rest: [name], signal });
    const { body } = await arm.send({ ...call, method: "PUT", body: { properties } });
    return parsed(arm, () => toRequest(body));
  } catch (error) {
    if (!(error instanceof AzureError)) throw error;
    if (!mayBeOwnEcho(error)) throw inWords(error);
    const made = await getRequest(azure, scope, name, signal).catch(() => undefined);
    if (made) return made;
    throw inWords(error);
  }
}

const echoes: readonly RefusalReason[] = ["alreadyActive", "alreadyRequested", "notActive"];

/**
 * A PUT whose answer was lost is sent again under the same name. PIM then says that what was asked for is so already,
 * and whether that is our own doing tells the request of that name.
 */
const mayBeOwnEcho = (error: AzureError): boolean => error.status === 409 || echoes.includes(refusalReason(error));
