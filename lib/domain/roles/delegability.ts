import type { RoleId } from "../ids";
import type { Role } from "../role";

/** Whether Azure Lighthouse takes a role into an authorization today, by Microsoft's published rules. */
export type Delegability = Readonly<{ standing: Verdict; eligible: Verdict }>;

export type Verdict =
  | Readonly<{ kind: "delegable" }>
  /** Only with a list of roles to assign, which must not be empty: then it assigns those to managed identities, no more. */
  | Readonly<{ kind: "onlyToAssign" }>
  /** The documentation allows it and the service's own error text refuses it. */
  | Readonly<{ kind: "disputed"; notDataAction: string }>
  | Readonly<{ kind: "refused"; why: Refusal }>;

export type Refusal =
  | Readonly<{ reason: "custom" }>
  | Readonly<{ reason: "owner" }>
  /** The first of them, and how many there are. */
  | Readonly<{ reason: "dataActions"; first: string; count: number }>
  | Readonly<{ reason: "restrictedAction"; action: string }>
  | Readonly<{ reason: "neverEligible" }>;

export const owner = "8e3af657-a8ff-443c-a75c-2fe8c4bcb635" as RoleId;
export const userAccessAdministrator = "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9" as RoleId;

// Compared with what a role writes, not with what it comes to: Contributor's `*` is not among them, and is delegable.
const restricted = new Set([
  "microsoft.authorization/*",
  "microsoft.authorization/*/write",
  "microsoft.authorization/*/delete",
  ...["roleassignments", "roledefinitions", "classicadministrators", "locks", "denyassignments"].flatMap((type) => [
    `microsoft.authorization/${type}/write`,
    `microsoft.authorization/${type}/delete`,
  ]),
]);

const both = (verdict: Verdict): Delegability => ({ standing: verdict, eligible: verdict });
const refused = (why: Refusal): Verdict => ({ kind: "refused", why });

/** National clouds know no eligible authorizations at all; that is for the caller to say. */
export function delegabilityOf({ id, kind, permissions }: Role): Delegability {
  if (kind === "custom") return both(refused({ reason: "custom" }));
  if (id === owner) return both(refused({ reason: "owner" }));
  if (id === userAccessAdministrator)
    return { standing: { kind: "onlyToAssign" }, eligible: refused({ reason: "neverEligible" }) };

  const dataActions = permissions.flatMap((permission) => permission.dataActions);
  const [first] = dataActions;
  if (first !== undefined) return both(refused({ reason: "dataActions", first, count: dataActions.length }));

  const action = permissions.flatMap(({ actions }) => actions).find((text) => restricted.has(text.toLowerCase()));
  if (action !== undefined) return both(refused({ reason: "restrictedAction", action }));

  const [notDataAction] = permissions.flatMap(({ notDataActions }) => notDataActions);
  return both(notDataAction === undefined ? { kind: "delegable" } : { kind: "disputed", notDataAction });
}

/** Whether the documentation lets a role be offered as it is, standing; that includes what is disputed. */
export function isDelegable(role: Role): boolean {
  const { kind } = delegabilityOf(role).standing;
  return kind === "delegable" || kind === "disputed";
}
