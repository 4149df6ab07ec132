import type { GroupFacts } from "@/lib/domain/directory";
import type { Assessment } from "@/lib/domain/findings/engine/assessment";
import type { Fact } from "@/lib/domain/findings/evidence/evidence";
import { cannotJudge, found } from "@/lib/domain/findings/judgement";
import type { PrincipalRule } from "@/lib/domain/findings/rule";
import type { PrincipalId } from "@/lib/domain/ids";
import { cited } from "../cited";
import { kindOf } from "@/lib/domain/findings/questions/kind-of";
import { peopleBehind } from "@/lib/domain/findings/questions/people-behind";
import { holdsRole } from "@/lib/domain/findings/questions/roles-held";
import { isTierZero } from "../tiers";
import { groupTypeUnread, ownersUnread } from "@/lib/domain/findings/questions/unread";

export const groupEasilyJoined: PrincipalRule = {
  id: "LH-PRN-007",
  severity: "high",
  title: "Group that somebody outside can join or change",
  why: "Whoever can put an account into the group has all that it holds at customers: an owner who is not in it, a person who edits the attribute that its rule looks at, or any administrator of groups.",
  how: "A security group that offers name, or one within it: an owner is not among its members, however deep; its dynamic rule looks at something that people change themselves or bring along as guests, such as a name, a mobile number or another mail address; or offers give it a role that reaches everything, and it is not role-assignable.",
  fix: "Use a role-assignable group for what reaches everything, in a restricted administrative unit where there is one; let members own it, and no rule fill it.",
  toCustomer: "We will close the group to people outside it, or send you an offer with another one that is closed.",
  sources: [cited.privilegedIam, cited.hackTricks],
  on: "principal",
  of: "everybody",
  judge(id, assessment) {
    const held = kindOf(id, assessment);
    if (held.kind !== undefined && held.kind !== "group") return undefined;
    const group = assessment.directory?.groups.get(id);
    if (!held.kind || !group) return cannotJudge(held.kind ? groupTypeUnread(id) : held.blind);
    if (group.type === "microsoft365" || group.type === "distribution") return undefined;
    const tierZero = holdsRole(id, assessment, isTierZero);
    if (isRuledByPeople(group) || (tierZero.holds && group.roleAssignable === false)) return found();
    const owners = outsidersAmongOwners(id, assessment);
    if (owners && owners.length > 0) {
      const { blind } = peopleBehind(id, assessment);
      return blind ? cannotJudge(blind) : found();
    }
    const isUntold = group.dynamic === undefined || (group.dynamic && group.rule === undefined);
    if (isUntold || (tierZero.holds && group.roleAssignable === undefined)) return cannotJudge(groupTypeUnread(id));
    if (!owners) return cannotJudge(ownersUnread(id, notRead(id, assessment)));
    if (tierZero.unknown && group.roleAssignable !== true)
      return cannotJudge({ kind: "unknownRole", about: tierZero.unknown });
    return undefined;
  },
  facts({ principal }, assessment) {
    const group = assessment.directory?.groups.get(principal);
    const facts: Fact[] = [];
    if (group?.rule !== undefined && isRuledByPeople(group)) facts.push({ label: "membershipRule", value: group.rule });
    if (group?.roleAssignable === false && holdsRole(principal, assessment, isTierZero).holds)
      facts.push({ label: "isAssignableToRole", value: "false" });
    for (const owner of outsidersAmongOwners(principal, assessment) ?? [])
      facts.push({ label: "owner who is no member", value: { kind: "principal", principal: owner } });
    return facts;
  },
};

const editable =
  /\buser\.(displayName|givenName|surname|mail|otherMails|proxyAddresses|mobile|telephoneNumber|facsimileTelephoneNumber|preferredLanguage|streetAddress|city|state|postalCode|userPrincipalName)\b/i;

const isRuledByPeople = ({ dynamic, rule }: GroupFacts): boolean =>
  dynamic === true && rule !== undefined && editable.test(rule);

function notRead(id: PrincipalId, { tenant }: Assessment) {
  const ownership = tenant?.owners.get(id);
  return ownership?.state === "unreadable" ? ownership : undefined;
}

/** undefined: nobody told who owns it. */
function outsidersAmongOwners(id: PrincipalId, { tenant, access }: Assessment): PrincipalId[] | undefined {
  const ownership = tenant?.owners.get(id);
  if (ownership?.state !== "read") return undefined;
  const { people, downward } = access;
  const start = people.ids.find(id);
  const inside = new Set(start < 0 ? [] : Array.from(downward(start).nodes, (node) => people.ids.at(node)));
  return ownership.owners.flatMap((owner) => (inside.has(owner.id) ? [] : owner.id));
}
