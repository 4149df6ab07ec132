import type { Activation, ActivationRequest, Eligibility, HeldThrough } from "@/lib/domain/activation";
import { moment } from "@/lib/domain/history";
import { armId, principalId, roleId, type ArmId } from "@/lib/domain/ids";
import { id, MalformedRecord, maybe, optional, record, text, type Output, type Parse } from "../wire";
import { stageOf } from "./stage";

const named = optional(record({ displayName: text }));
const held = { scope: maybe(armId), roleDefinitionId: id(roleId), principalId: id(principalId) };

const Instance = record({
  id: id(armId),
  properties: record({
    ...held,
    memberType: text,
    startDateTime: text,
    endDateTime: text,
    roleEligibilityScheduleId: text,
    roleAssignmentScheduleId: text,
    linkedRoleEligibilityScheduleId: text,
    assignmentType: text,
    expandedProperties: optional(record({ scope: named, roleDefinition: named })),
  }),
});

const Request = record({
  id: id(armId),
  name: text,
  properties: record({
    ...held,
    requestType: text,
    status: text,
    justification: text,
    createdOn: text,
    ticketInfo: optional(record({ ticketNumber: text, ticketSystem: text })),
    scheduleInfo: optional(
      record({ startDateTime: text, expiration: optional(record({ type: text, duration: text })) }),
    ),
  }),
});

/** Here and below, undefined for what is held at the tenant's root. */
export const eligibilityParser: Parse<Eligibility | undefined> = (raw) => {
  const wire = Instance(raw);
  if (isAtRoot(wire)) return undefined;
  const schedule = nameIn(wire.properties.roleEligibilityScheduleId);
  if (!schedule) throw new MalformedRecord("properties.roleEligibilityScheduleId", "is missing");
  return { ...toHeld(wire), schedule };
};

export const activationParser: Parse<Activation | undefined> = (raw) => {
  const wire = Instance(raw);
  if (isAtRoot(wire)) return undefined;
  const { assignmentType, linkedRoleEligibilityScheduleId, roleAssignmentScheduleId } = wire.properties;
  const kind = assignmentType?.toLowerCase();
  return {
    ...toHeld(wire),
    kind: kind === "activated" || kind === "assigned" ? kind : "unknown",
    schedule: nameIn(linkedRoleEligibilityScheduleId),
    assignment: nameIn(roleAssignmentScheduleId),
  };
};

export const requestParser: Parse<ActivationRequest | undefined> = (raw) =>
  isAtRoot(Request(raw)) ? undefined : toRequest(raw);

export function toRequest(raw: unknown): ActivationRequest {
  const wire = Request(raw);
  const { properties } = wire;
  const type = properties.requestType?.toLowerCase();
  const kind = type === "selfactivate" ? "activate" : type === "selfdeactivate" ? "deactivate" : "other";
  return {
    id: wire.id,
    name: (wire.name ?? nameIn(wire.id) ?? "").toLowerCase(),
    kind,
    stage: stageOf(properties.status, kind),
    status: properties.status ?? "",
    role: properties.roleDefinitionId,
    scope: scopeOf(wire),
    principal: properties.principalId,
    justification: properties.justification,
    ticket: properties.ticketInfo?.ticketNumber,
    createdAt: moment(properties.createdOn),
    startsAt: moment(properties.scheduleInfo?.startDateTime),
    duration: properties.scheduleInfo?.expiration?.duration,
  };
}

const toHeld = (wire: Output<typeof Instance>) => ({
  id: wire.id,
  role: wire.properties.roleDefinitionId,
  scope: scopeOf(wire),
  roleName: wire.properties.expandedProperties?.roleDefinition?.displayName,
  scopeName: wire.properties.expandedProperties?.scope?.displayName,
  principal: wire.properties.principalId,
  through: throughOf(wire.properties.memberType),
  from: moment(wire.properties.startDateTime),
  until: moment(wire.properties.endDateTime),
});

/** Ids of schedules come as paths, and a request takes their names. */
const nameIn = (path: string | undefined): string | undefined => path?.slice(path.lastIndexOf("/") + 1).toLowerCase();

const isAtRoot = ({ id }: { id: ArmId }): boolean => id.startsWith("/providers/microsoft.authorization/");

const scopeOf = (wire: { id: ArmId; properties: { scope: ArmId | undefined } }): ArmId => {
  const scope = wire.properties.scope ?? armId(wire.id.split("/providers/microsoft.authorization/")[0] ?? "");
  if (!scope) throw new MalformedRecord("properties.scope", "is missing");
  return scope;
};

const throughOf = (memberType: string | undefined): HeldThrough => {
  const said = memberType?.toLowerCase();
  return said === "direct" || said === "group" || said === "inherited" ? said : "unknown";
};
