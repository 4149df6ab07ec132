import type { Membership } from "../directory";
import type { PrincipalId } from "../ids";
import { listsOf, type Lists } from "./lists";
import { seenMembers } from "./membership";
import type { AccessSources, People } from "./people";

/** A principal that may have members of which we know nothing. */
export type HiddenMembers = Readonly<
  { principal: PrincipalId } & (
    | { why: "unreadable"; said: string; fix: string | undefined }
    /** `known` of `count` members were read. */
    | { why: "tooLarge"; count: number | undefined; known: number }
    | { why: "notAsked" }
    /** It was never found: it may be a group. */
    | { why: "unknownKind" }
  )
>;

/** Who is directly in which group, by the numbers of principals. A group may well be in itself by way of others. */
export type MembershipGraph = Readonly<{
  groupsOf: Lists;
  membersOf: Lists;
  /** Those whose members, or some of them, cannot be seen. */
  hidden: ReadonlyMap<number, HiddenMembers>;
}>;

export function membershipGraph({ ids, kinds }: People, { directory }: AccessSources): MembershipGraph {
  const groups: number[] = [];
  const members: number[] = [];
  for (const [id, membership] of directory.memberships) {
    const group = ids.find(id);
    for (const member of new Set(seenMembers(membership))) {
      groups.push(group);
      members.push(ids.find(member));
    }
  }

  const hidden = new Map<number, HiddenMembers>();
  for (let number = 0; number < ids.size(); number++) {
    const kind = kinds[number];
    if (kind === "user" || kind === "servicePrincipal") continue;
    const principal = ids.at(number);
    const found =
      kind === undefined
        ? ({ principal, why: "unknownKind" } as const)
        : hiddenIn(principal, directory.memberships.get(principal));
    if (found) hidden.set(number, found);
  }
  return {
    groupsOf: listsOf(ids.size(), members, groups),
    membersOf: listsOf(ids.size(), groups, members),
    hidden,
  };
}

function hiddenIn(principal: PrincipalId, membership: Membership | undefined): HiddenMembers | undefined {
  switch (membership?.state) {
    case "read":
      return undefined;
    case "tooLarge":
      return { principal, why: "tooLarge", count: membership.count, known: membership.known.length };
    case "unreadable":
      return { principal, why: "unreadable", said: membership.why, fix: membership.fix };
    case undefined:
      return { principal, why: "notAsked" };
  }
}
