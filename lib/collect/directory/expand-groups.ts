import { AzureError } from "@/lib/azure/errors";
import type { BatchPath, Part } from "@/lib/azure/graph-batch";
import { memberCountPath, membersNeed, membersPath, recordsPage, type RecordsPage } from "@/lib/azure/group-members";
import type { Malformed } from "@/lib/azure/wire";
import type { PrincipalId } from "@/lib/domain/ids";
import { createAsker } from "./ask-each";
import type { DirectoryPass } from "./directory-pass";
import { createMembershipLosses } from "./membership-losses";

/** What is known so far of one group's list. */
type Reading = Readonly<{
  group: PrincipalId;
  members: Set<PrincipalId>;
  malformed: Malformed[];
  followed: Set<string>;
}>;
type Request = Readonly<{ reading: Reading; path: BatchPath; isCount?: boolean }>;

/** A page may hold fewer than were asked for, and a list may lead in circles. */
const mostPages = 1000;

/**
 * Reads who is in the groups, and in the groups within them, level by level: one request for each group and page, each
 * group once however often it is met. Lists longer than `mostMembers` are given up, and their length asked for.
 */
export async function expandGroups(pass: DirectoryPass, roots: readonly PrincipalId[], mostMembers: number) {
  const { azure, draft, ledger, changed } = pass;
  const askEach = createAsker(pass, membersNeed);
  const losses = createMembershipLosses(pass, mostMembers);
  const met = new Set<PrincipalId>();
  ledger.begin("memberships");

  const first = (group: PrincipalId): Request[] => {
    if (met.has(group)) return [];
    met.add(group);
    ledger.grow("memberships", 0, 1);
    return [{ reading: { group, members: new Set(), malformed: [], followed: new Set() }, path: membersPath(group) }];
  };

  const fail = ({ group, members }: Reading, error: AzureError) => {
    if (error.kind === "notFound") {
      draft.put({ id: group, state: "deleted" });
      ledger.grow("memberships", 1, 0);
    } else losses.failed(group, error, [...members]);
  };

  const end = ({ group, members, malformed }: Reading) => {
    if (malformed.length > 0) return losses.malformed(group, malformed, [...members]);
    if (members.size === 0 && draft.hidesMembers(group)) return losses.hidden(group);
    draft.putMembership(group, { state: "read", members: [...members] });
    ledger.grow("memberships", 1, 0);
  };

  /** Takes in a page, and says what is to be asked next because of it. */
  const take = (reading: Reading, page: RecordsPage): Request[] => {
    const next: Request[] = [];
    reading.malformed.push(...page.malformed);
    for (const record of page.records) {
      if (!record) continue;
      const { principal } = record;
      reading.members.add(principal.id);
      draft.add(principal, record.raw);
      if (principal.state !== "deleted" && principal.kind === "group") next.push(...first(principal.id));
    }
    if (page.next === undefined) end(reading);
    else if (reading.members.size >= mostMembers)
      next.push({ reading, path: memberCountPath(reading.group), isCount: true });
    else if (reading.followed.has(page.next) || reading.followed.size >= mostPages) fail(reading, endless());
    else {
      reading.followed.add(page.next);
      next.push({ reading, path: page.next });
    }
    return next;
  };

  const answer = ({ reading, isCount }: Request, part: Part): Request[] => {
    if (isCount) losses.tooLarge(reading.group, [...reading.members], part);
    else if ("error" in part) fail(reading, part.error);
    else
      try {
        return take(reading, recordsPage(azure.graph, part.body));
      } catch (error) {
        if (!(error instanceof AzureError)) throw error;
        fail(reading, error);
      }
    return [];
  };

  for (let open = roots.flatMap(first); open.length > 0;) {
    const next: Request[] = [];
    await askEach(
      open,
      ({ path }) => path,
      (request, part) => {
        next.push(...answer(request, part));
        changed();
      },
    );
    open = next;
  }
  losses.end();
}

const endless = () =>
  new AzureError({ kind: "malformed", service: "graph", message: "Microsoft Graph: a list of members does not end." });
