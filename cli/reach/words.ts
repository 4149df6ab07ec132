import type { AccessIndex } from "@/lib/domain/access/access-index";
import type { Answer, Reason } from "@/lib/domain/access/answer";
import type { BlindSpots } from "@/lib/domain/access/blind-spots";
import { namesOf } from "@/lib/domain/access/principal-state";
import type { PrincipalId } from "@/lib/domain/ids";

/** The only three answers there are. */
export const answerWords: Readonly<Record<Answer, "yes" | "no" | "cannot see">> = {
  yes: "yes",
  no: "no",
  cannotSee: "cannot see",
};

/** What people call a principal: its name, or in quotes what an offer calls it, or its id. */
export function calledIn(index: AccessIndex, id: PrincipalId): string {
  const { name, label } = namesOf(index, id);
  return name ?? (label === undefined ? id : `"${label}"`);
}

/** Why something that is granted gives nothing, or nobody can tell whether it does. */
export function reasonWords(index: AccessIndex, reason: Reason): string {
  switch (reason.why) {
    case "microsoft365Group":
      return `${calledIn(index, reason.principal)} is a Microsoft 365 group, and only security groups carry roles`;
    case "distributionGroup":
      return `${calledIn(index, reason.principal)} is a distribution list, and only security groups carry roles`;
    case "deleted":
      return `${calledIn(index, reason.principal)} was deleted`;
    case "disabled":
      return `the account of ${calledIn(index, reason.principal)} is disabled`;
    case "cannotActivate":
      return `${calledIn(index, reason.principal)} is a service principal, and nobody can activate a role for it`;
    case "unknownGroupType":
      return `${calledIn(index, reason.principal)} may be no security group`;
    case "unknownPrincipal":
      return `${calledIn(index, reason.principal)} was not found: it may be gone, or be anything`;
    case "delegationState":
      return `the delegation ${reason.delegation} is ${reason.state}`;
    case "unknownState":
      return `Azure says of the delegation ${reason.delegation} what is not known here`;
    case "subscriptionOurs":
      return `the subscription ${reason.subscription} belongs to the managing tenant by now`;
  }
}

/** Everything that could add to an answer and could not be seen. Empty: there is nothing more. */
export function blindWords(index: AccessIndex, blind: BlindSpots): string[] {
  const groups = blind.groups.map((group) => {
    const name = calledIn(index, group.principal);
    switch (group.why) {
      case "unreadable":
        return `the members of ${name}: ${group.said}${group.fix ? ` ${group.fix}` : ""}`;
      case "tooLarge":
        return `the members of ${name}: ${group.known} of ${group.count ?? "an unknown number"} were read`;
      case "notAsked":
        return `the members of ${name}: nobody asked for them`;
      case "unknownKind":
        return `the members of ${name}, if it is a group: it was never found`;
    }
  });
  return [
    ...groups,
    ...blind.definitions.map(({ id }) => `what the delegation ${id} gives: its definition could not be read`),
    ...blind.subscriptions.map((id) => `delegations in the subscription ${id}: it did not answer`),
    ...(blind.isConclusive ? [] : ["further delegations: their list is not known to be complete"]),
    ...(blind.roleAssignmentsUnread ? ["role assignments beside Lighthouse: they were not read"] : []),
  ];
}
