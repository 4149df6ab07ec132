import type { ActivationRequest } from "../../world";
import { objectAt, optionalText, readBody, textAt, type Fields } from "../body";
import { badRequest } from "../errors";
import { requireAction } from "../access";
import { notImplemented } from "../errors";
import type { ArmCall } from "../route";
import { secondsOf } from "./duration";

export type Asked = {
  requestType: ActivationRequest["properties"]["requestType"];
  principalId: string;
  roleDefinitionId: string;
  /** Lower-cased name, whether a name or a whole path was given. */
  eligibility: string | undefined;
  justification: string | null;
  ticketInfo: ActivationRequest["properties"]["ticketInfo"];
  schedule: Schedule | undefined;
};
export type Schedule = {
  start: Date;
  /** Undefined for what is to last for ever, which no policy of Lighthouse allows. */
  end: Date | undefined;
  written: NonNullable<ActivationRequest["properties"]["scheduleInfo"]>;
};

const at = "properties.";
const served = ["SelfActivate", "SelfDeactivate"] as const;
const others = ["AdminAssign", "AdminRemove", "AdminUpdate", "AdminExtend", "AdminRenew", "SelfExtend", "SelfRenew"];

/** What a request says, in form only; whether it is granted is another question. */
export async function readRequest(call: ArmCall): Promise<Asked> {
  const properties = objectAt(await readBody(call.request), "properties", "");
  const requestType = requestTypeOf(call, textAt(properties, "requestType", at));
  const ticket = properties.ticketInfo ? objectAt(properties, "ticketInfo", at) : {};
  const text = (fields: Fields, name: string, path = at) => optionalText(fields, name, path) ?? null;
  return {
    requestType,
    principalId: textAt(properties, "principalId", at),
    roleDefinitionId: textAt(properties, "roleDefinitionId", at),
    eligibility: text(properties, "linkedRoleEligibilityScheduleId")?.split("/").at(-1)?.toLowerCase(),
    justification: text(properties, "justification"),
    ticketInfo: {
      ticketNumber: text(ticket, "ticketNumber", `${at}ticketInfo.`),
      ticketSystem: text(ticket, "ticketSystem", `${at}ticketInfo.`),
    },
    schedule: requestType === "SelfActivate" ? scheduleOf(properties, call.now) : undefined,
  };
}

function requestTypeOf(call: ArmCall, text: string): Asked["requestType"] {
  const known = served.find((type) => type === text);
  if (known) return known;
  if (!others.includes(text)) throw badRequest("InvalidRequestContent", `The request type '${text}' is not valid.`);
  if (text.startsWith("Admin")) requireAction(call, "Microsoft.Authorization/roleAssignments/write", call.scope.path);
  throw notImplemented(`requests of type ${text}`);
}

const invalidSchedule = () =>
  badRequest("InvalidRoleAssignmentRequestSchedule", "The role assignment request schedule is invalid.");

/** A start that has passed means now. */
function scheduleOf(properties: Fields, now: Date): Schedule {
  if (!properties.scheduleInfo) throw invalidSchedule();
  const info = objectAt(properties, "scheduleInfo", at);
  const expiration = objectAt(info, "expiration", `${at}scheduleInfo.`);
  const inside = `${at}scheduleInfo.expiration.`;
  const type = textAt(expiration, "type", inside);
  const endDateTime = optionalText(expiration, "endDateTime", inside) ?? null;
  const duration = optionalText(expiration, "duration", inside) ?? null;
  const given = optionalText(info, "startDateTime", `${at}scheduleInfo.`);
  const asked = given === undefined ? now : new Date(given);
  if (Number.isNaN(asked.getTime())) throw invalidSchedule();
  const start = asked > now ? asked : now;
  const written = { startDateTime: start.toISOString(), expiration: { type, endDateTime, duration } };
  return { start, end: endOf(type, start, duration, endDateTime), written };
}

function endOf(type: string, start: Date, duration: string | null, endDateTime: string | null): Date | undefined {
  if (type === "NoExpiration") return undefined;
  if (type === "AfterDuration") {
    const seconds = duration === null ? undefined : secondsOf(duration);
    if (seconds !== undefined) return new Date(start.getTime() + seconds * 1000);
  } else if (type === "AfterDateTime" && endDateTime !== null && !Number.isNaN(Date.parse(endDateTime))) {
    return new Date(endDateTime);
  }
  throw invalidSchedule();
}
