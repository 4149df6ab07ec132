import type { Assessment } from "@/lib/domain/findings/engine/assessment";
import { cannotJudge, hit, type Hit } from "@/lib/domain/findings/judgement";
import { peopleBehind } from "@/lib/domain/findings/questions/people-behind";
import { rootRolesUnread } from "@/lib/domain/findings/questions/unread";
import type { EstateRule } from "@/lib/domain/findings/rule";
import type { Blind } from "@/lib/domain/findings/blind";
import type { PrincipalId } from "@/lib/domain/ids";
import type { RootRole } from "@/lib/domain/tenant-facts";
import { cited } from "../cited";
import { monitoringReaderRole } from "../known-roles";

export const monitoringReaderAtRoot: EstateRule = {
  id: "LH-PLT-001",
  severity: "high",
  title: "Monitoring Reader at the root, held by people or by a program with other access",
  why: "The role reads everything in every subscription of our own tenant, to watch delegations come and go: whoever takes over the account that has it for that one purpose reads all the rest along with it.",
  how: "Among the role assignments at / of the managing tenant one gives Monitoring Reader to a person, to a group with people in it, or to a service principal that offers name too, directly or through a group.",
  fix: "Give the role to one service principal that does nothing else and signs in with a certificate, and take it away from people.",
  sources: [cited.monitorChanges],
  on: "estate",
  *find(assessment): Iterable<Hit> {
    const roles = assessment.tenant?.rootRoles;
    if (roles?.state !== "read") return yield cannotJudge(rootRolesUnread(roles));
    for (const held of roles.roles) {
      if (held.role !== monitoringReaderRole) continue;
      const answer = isAtFault(held, assessment);
      const { principal, role } = held;
      if (answer === true) yield hit({ kind: "rootRole", principal, role });
      else if (answer !== false) yield cannotJudge(answer);
    }
  },
};

function isAtFault({ principal, kind }: RootRole, assessment: Assessment): boolean | Blind {
  switch (kind) {
    case "user":
      return true;
    case "servicePrincipal":
      return reachesCustomers(principal, assessment);
    case undefined:
      return { kind: "principal", about: principal };
    case "group": {
      const { living, blind } = peopleBehind(principal, assessment);
      const isFound = [...living].some(([id, one]) => one === "user" || reachesCustomers(id, assessment));
      return isFound || (blind ?? false);
    }
  }
}

const everybody = new WeakMap<Assessment, ReadonlySet<PrincipalId>>();

function reachesCustomers(id: PrincipalId, assessment: Assessment): boolean {
  let all = everybody.get(assessment);
  if (!all) everybody.set(assessment, (all = new Set(assessment.everybody)));
  return all.has(id);
}
