import type { Activation, ActivationRequest } from "../activation";
import type { ArmId, RoleId } from "../ids";
import type { MyRoles, RolesAt } from "../my-roles";
import type { MyPolicy, MyState } from "./my-grant";

export type PlaceOfRole = Readonly<{ path: ArmId; role: RoleId }>;

const day = 24 * 3_600_000;

/** What PIM says of an eligible role. `blocked`: why nobody could activate it. */
export function stateOf(
  place: PlaceOfRole,
  at: RolesAt | undefined,
  roles: MyRoles | undefined,
  blocked: Extract<MyState, { kind: "blocked" }>["why"] | undefined,
  now: number,
): MyState {
  if (at?.state === "answered") {
    const activation = activationOf(place, at, now);
    if (activation) return { kind: "active", activation };
    const request = lastRequestOf(place, at);
    if (request?.stage === "waiting" || request?.stage === "underWay") return { kind: "asked", request };
    if (blocked) return { kind: "blocked", why: blocked };
    const { eligibilities } = at;
    if (eligibilities.state === "notServed") return { kind: "portal", why: eligibilities.why, fix: eligibilities.fix };
    const own = eligibilities.items.find(({ scope, role }) => scope === place.path && role === place.role);
    if (!own) return { kind: "portal", why: unlisted, fix: undefined };
    const isRefused = request?.stage === "denied" || request?.stage === "failed";
    const isRecent = (request?.createdAt ?? 0) > now - day;
    return { kind: "ready", schedule: own.schedule, refused: isRefused && isRecent ? request : undefined };
  }
  if (blocked) return { kind: "blocked", why: blocked };
  if (at) return { kind: "unknown", why: at.why, fix: at.fix };
  return roles?.finishedAt === undefined ? { kind: "reading" } : { kind: "unknown", why: unasked, fix: undefined };
}

const unlisted = "An offer makes you eligible here, and Azure's service for activations does not list it.";
const unasked = "Azure's service for activations was not asked.";

export function activationOf({ path, role }: PlaceOfRole, at: RolesAt, now: number): Activation | undefined {
  if (at.state !== "answered" || at.activations.state !== "served") return undefined;
  const own = at.activations.items.filter(
    (one) =>
      one.kind !== "assigned" &&
      one.scope === path &&
      one.role === role &&
      (one.until === undefined || one.until > now),
  );
  return own.sort((one, other) => (other.until ?? Infinity) - (one.until ?? Infinity))[0];
}

function lastRequestOf({ path, role }: PlaceOfRole, at: RolesAt): ActivationRequest | undefined {
  if (at.state !== "answered" || at.requests.state !== "served") return undefined;
  const own = at.requests.items.filter((one) => one.kind === "activate" && one.scope === path && one.role === role);
  return own.sort((one, other) => (other.createdAt ?? 0) - (one.createdAt ?? 0))[0];
}

/** Why an eligible role cannot be activated, whatever PIM says. */
export function blockOf(policy: MyPolicy | undefined, gives: "yes" | "cannotSee" | "no") {
  if (gives === "no") return "givesNothing" as const;
  if (policy?.othersApprove !== "no") return undefined;
  return policy.amApprover ? ("onlyApprover" as const) : ("noApprover" as const);
}
