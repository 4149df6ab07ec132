import type { AzureError } from "@/lib/azure/errors";
import type { Part } from "@/lib/azure/graph-batch";
import { memberCountIn } from "@/lib/azure/group-members";
import type { Malformed } from "@/lib/azure/wire";
import type { Membership } from "@/lib/domain/directory";
import type { PrincipalId } from "@/lib/domain/ids";
import { askFor, counted, endOf, lost, lostTo, type DirectoryPass } from "./directory-pass";

/** `ofServicePrincipals`: the other members were read. */
type Failed = Readonly<{ ofServicePrincipals: boolean }>;
type Unreadable = Extract<Membership, { state: "unreadable" }>;

/** Groups whose members were not read, or not all of them: what stands in their place, and the problems that name them. */
export function createMembershipLosses({ draft, ledger }: DirectoryPass, mostMembers: number) {
  const errors = new Map<string, Failed & { error: AzureError; groups: PrincipalId[] }>();
  const hiding: PrincipalId[] = [];
  let count = 0;
  /** Of these, groups of which something is known all the same. */
  let partly = 0;

  const nameOf = (group: PrincipalId) => {
    const principal = draft.principals.get(group);
    return principal?.state === "found" ? principal.name : group;
  };
  const membersOf = ([first, ...others]: readonly PrincipalId[]) =>
    first && others.length === 0
      ? `The members of ${nameOf(first)}`
      : `The members of ${counted(1 + others.length, "group")}`;

  const leave = (group: PrincipalId, why: string, fix: string | undefined, known: readonly PrincipalId[] = []) => {
    const membership: Unreadable = { state: "unreadable", why, fix, ...(known.length > 0 && { known }) };
    count += 1;
    const stays = draft.putMembership(group, membership);
    if (stays || known.length > 0) partly += 1;
  };

  const hidden = (group: PrincipalId) => {
    hiding.push(group);
    leave(group, whyHidden, askFor(hiddenNeeds));
  };

  return {
    hidden,

    failed(
      group: PrincipalId,
      error: AzureError,
      { known, ofServicePrincipals }: Failed & Readonly<{ known: readonly PrincipalId[] }>,
    ) {
      if (error.kind === "refused" && draft.hidesMembers(group)) return hidden(group);
      const why = ofServicePrincipals ? `Its service principals could not be read: ${error.message}` : error.message;
      leave(group, why, error.fix, known);
      const key = `${ofServicePrincipals} ${error.kind} ${error.message}`;
      const alike = errors.get(key) ?? { error, ofServicePrincipals, groups: [] };
      alike.groups.push(group);
      errors.set(key, alike);
    },

    malformed(group: PrincipalId, malformed: readonly Malformed[], known: readonly PrincipalId[]) {
      const [example] = malformed;
      const why = `${counted(malformed.length, "record")} of its members could not be read${example ? `: ${example.path} ${example.message}` : ""}.`;
      const fix = "Look at the group in the Microsoft Entra admin center, and report it with the path above.";
      leave(group, why, fix, known);
      ledger.problem(lost("memberships", { kind: "malformed", what: membersOf([group]), why, fix, rows: 1 }));
    },

    tooLarge(group: PrincipalId, known: readonly PrincipalId[], part: Part) {
      const size = "body" in part ? memberCountIn(part.body) : undefined;
      count += 1;
      partly += 1;
      draft.putMembership(group, { state: "tooLarge", count: size, known });
      ledger.problem(
        lost("memberships", {
          kind: "limit",
          what: membersOf([group]),
          why: `It has ${size === undefined ? "more" : counted(size, "member")}, and about ${counted(mostMembers, "member")} of a group are read.`,
          fix: "Look at the group in the Microsoft Entra admin center, and grant access to smaller groups.",
          rows: 1,
        }),
      );
    },

    end() {
      for (const { error, groups, ofServicePrincipals } of errors.values()) {
        const members = membersOf(groups);
        const what = ofServicePrincipals ? `Service principals among ${lowered(members)}` : members;
        ledger.problem(lostTo(error, "memberships", { what, rows: groups.length }));
      }
      if (hiding.length > 0)
        ledger.problem(
          lost("memberships", {
            kind: "refused",
            what: membersOf(hiding),
            why: whyHidden,
            fix: askFor(hiddenNeeds),
            rows: hiding.length,
          }),
        );
      const [first] = errors.values();
      ledger.end("memberships", endOf(count, ledger.account("memberships").read + partly, first?.error));
    },
  };
}

const lowered = (sentence: string) => sentence.charAt(0).toLowerCase() + sentence.slice(1);

const hiddenNeeds = "Member.Read.Hidden";
const whyHidden = "The membership is hidden: Microsoft Graph answers with an empty list, which may not be the truth.";
