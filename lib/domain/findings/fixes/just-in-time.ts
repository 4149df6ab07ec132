import type { PrincipalId } from "@/lib/domain/ids";
import type { Assessment } from "../engine/assessment";
import { barredFromEligible } from "../questions/eligibility";
import type { AuthorizationLine } from "../subject";
import type { AuthorizationChange } from "./authorization-change";
import { livingAmong, strictestOf, withPolicy, type Approvers } from "./strictest-policy";
import { withReader } from "./with-reader";

/**
 * A line as it should be held: eligible, with MFA, approvers and a limit, and so for all who may activate the role. undefined
 * where Azure does not allow that: the role, its holder or the cloud knows no eligible access.
 */
export function asJustInTime(line: AuthorizationLine, assessment: Assessment): AuthorizationChange | undefined {
  if (barredFromEligible(line, assessment)) return undefined;
  const { definition, authorization } = line;
  const { principal, label, role } = authorization;
  const isLine = (one: { principal: PrincipalId; role: string }) => one.principal === principal && one.role === role;

  const longest = assessment.policy.thresholds.privilegedActivation;
  const asked = { stated: true, mfa: true, longest, approvers: [] };
  const { eligibleAuthorizations: before } = definition;
  const eligible = before.some(isLine) ? before : [...before, { principal, label, role, policy: asked }];
  const strictest = strictestOf(eligible, role, assessment, longest);
  const approvers = strictest.approvers.length > 0 ? strictest.approvers : approversElsewhere(line, assessment);
  const policy = { ...strictest, approvers };
  const standing = definition.authorizations.filter((one) => !isLine(one));
  return {
    definition,
    before: definition,
    after: {
      authorizations: withReader(standing, authorization, assessment),
      eligibleAuthorizations: withPolicy(eligible, role, policy),
    },
    missing: approvers.length > 0 ? [] : ["approvers"],
  };
}

/** Those that the offer already asks for another role; nobody approves for themself. */
function approversElsewhere({ definition, authorization }: AuthorizationLine, assessment: Assessment): Approvers {
  const { eligibleAuthorizations } = definition;
  const holders = new Set([
    authorization.principal,
    ...eligibleAuthorizations.flatMap(({ principal, role }) => (role === authorization.role ? principal : [])),
  ]);
  return (
    eligibleAuthorizations
      .map(({ policy }) => livingAmong(policy.approvers, assessment))
      .find((all) => all.length > 0 && !all.some(({ principal }) => holders.has(principal))) ?? []
  );
}
