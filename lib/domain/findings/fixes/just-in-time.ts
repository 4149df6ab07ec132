import { minutesOf } from "@/lib/domain/duration";
import type { Definition, EligibleAuthorization } from "@/lib/domain/definition";
import type { PrincipalId, RoleId } from "@/lib/domain/ids";
import type { Role } from "@/lib/domain/role";
import { allows } from "@/lib/domain/roles/allows";
import type { Assessment } from "../engine/assessment";
import { goneAs } from "../questions/gone-as";
import type { AuthorizationChange } from "./authorization-change";
import { readerRole } from "../rules/known-roles";
import type { AuthorizationLine } from "../subject";

type Approvers = EligibleAuthorization["policy"]["approvers"];

/**
 * A line as it should be held: eligible, with MFA, approvers and a limit. undefined for whoever cannot activate anything:
 * a service principal, or anybody in a cloud that knows no eligible authorizations.
 */
export function asJustInTime(line: AuthorizationLine, assessment: Assessment): AuthorizationChange | undefined {
  const { definition, authorization } = line;
  const principal = assessment.principal(authorization.principal);
  const kind = principal.state === "deleted" ? undefined : principal.kind;
  if (!assessment.hasEligible || kind === "servicePrincipal") return undefined;

  const living = (all: Approvers) => all.filter(({ principal }) => !goneAs(principal, assessment));
  const own = line.access === "eligible" ? living(line.authorization.policy.approvers) : [];
  const approvers = own.length > 0 ? own : approversElsewhere(definition, authorization.principal, living);
  const before = line.access === "eligible" ? line.authorization.policy.longest : undefined;
  const eligible: EligibleAuthorization = {
    principal: authorization.principal,
    label: authorization.label,
    role: authorization.role,
    policy: {
      stated: true,
      mfa: true,
      longest: shorter(before, assessment.policy.thresholds.privilegedActivation),
      approvers,
    },
  };
  const isLine = (one: { principal: PrincipalId; role: string }) =>
    one.principal === authorization.principal && one.role === authorization.role;
  const standing = definition.authorizations.filter((one) => !isLine(one));
  return {
    definition,
    before: definition,
    after: {
      authorizations: withReader(standing, authorization, assessment),
      eligibleAuthorizations: [...definition.eligibleAuthorizations.filter((one) => !isLine(one)), eligible],
    },
    missing: approvers.length > 0 ? [] : ["approvers"],
  };
}

/** Those that the offer already asks for another role; nobody approves for themself. */
function approversElsewhere(
  { eligibleAuthorizations }: Definition,
  holder: PrincipalId,
  living: (all: Approvers) => Approvers,
): Approvers {
  const others = eligibleAuthorizations.map(({ policy }) => living(policy.approvers));
  return others.find((all) => all.length > 0 && all.every(({ principal }) => principal !== holder)) ?? [];
}

function shorter(duration: string | undefined, limit: string): string {
  const [own, most] = [duration === undefined ? undefined : minutesOf(duration), minutesOf(limit) ?? 0];
  return duration !== undefined && own !== undefined && own >= 30 && own < most ? duration : limit;
}

/** Azure wants permanent Reader rights beside an eligible role; without them nobody sees what to activate it on. */
function withReader(
  standing: Definition["authorizations"],
  { principal, label }: AuthorizationLine["authorization"],
  { role: roleOf }: Assessment,
) {
  const reads = (id: RoleId) => id === readerRole || includesReader(roleOf(id));
  if (standing.some((one) => one.principal === principal && reads(one.role))) return standing;
  return [...standing, { principal, label, role: readerRole, delegatedRoles: [] }];
}

const includesReader = (role: Role | undefined) => role !== undefined && allows(role, "*/read")?.extent === "all";
