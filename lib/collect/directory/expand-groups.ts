import { AzureError } from "@/lib/azure/errors";
import type { BatchPath, Part } from "@/lib/azure/graph-batch";
import {
  holdsNoSuchMember,
  memberCountPath,
  members,
  recordsPage,
  servicePrincipalMembers,
  type MemberList,
  type RecordsPage,
} from "@/lib/azure/group-members";
import type { Malformed } from "@/lib/azure/wire";
import type { PrincipalId } from "@/lib/domain/ids";
import { createAsker } from "./ask-each";
import type { DirectoryPass } from "./directory-pass";
import { createMembershipLosses } from "./membership-losses";

/** What is known so far of one group. */
type Reading = Readonly<{
  group: PrincipalId;
  members: Set<PrincipalId>;
  malformed: Malformed[];
  followed: Set<string>;
}>;
type Request = Readonly<{ reading: Reading; list: MemberList; path: BatchPath; isCount?: boolean }>;

/** A page may hold fewer than were asked for, and a list may lead in circles. */
const mostPages = 1000;

/**
 * Reads who is in the groups, and in the groups within them, level by level: each group once however often it is met,
 * one request for each page of its members and one more for its service principals, where it can have any. Lists longer
 * than `mostMembers` are given up, and their length asked for.
 */
export async function expandGroups(pass: DirectoryPass, roots: readonly PrincipalId[], mostMembers: number) {
  const { azure, draft, ledger, changed } = pass;
  const lists = [members, servicePrincipalMembers].map((list) => ({ list, ask: createAsker(pass, list.needs) }));
  const losses = createMembershipLosses(pass, mostMembers);
  const met = new Set<PrincipalId>();
  ledger.begin("memberships");

  const begin = (group: PrincipalId): Request[] => {
    if (met.has(group)) return [];
    met.add(group);
    ledger.grow("memberships", 0, 1);
    const reading: Reading = { group, members: new Set(), malformed: [], followed: new Set() };
    return [{ reading, list: members, path: members.first(group) }];
  };

  const fail = ({ reading: { group, members: known }, list }: Request, error: AzureError) => {
    if (error.kind === "notFound") {
      draft.put({ id: group, state: "deleted" });
      ledger.grow("memberships", 1, 0);
    } else losses.failed(group, error, { known: [...known], ofServicePrincipals: list === servicePrincipalMembers });
  };

  const end = ({ group, members: read, malformed }: Reading): Request[] => {
    if (malformed.length > 0) losses.malformed(group, malformed, [...read]);
    else {
      draft.putMembership(group, { state: "read", members: [...read] });
      ledger.grow("memberships", 1, 0);
    }
    return [];
  };

  /** Everybody else is known by now. */
  const servicePrincipals = (reading: Reading): Request[] => {
    const { group, members: read } = reading;
    if (read.size === 0 && draft.hidesMembers(group)) {
      losses.hidden(group);
      return [];
    }
    if (!draft.mayHoldServicePrincipals(group)) return end(reading);
    return [{ reading, list: servicePrincipalMembers, path: servicePrincipalMembers.first(group) }];
  };

  /** Takes in a page, and says what is to be asked next because of it. */
  const take = (request: Request, page: RecordsPage): Request[] => {
    const { reading, list } = request;
    const next: Request[] = [];
    reading.malformed.push(...page.malformed);
    for (const record of page.records) {
      if (!record) continue;
      const { principal } = record;
      reading.members.add(principal.id);
      draft.add(principal, record.raw);
      if (principal.state !== "deleted" && principal.kind === "group") next.push(...begin(principal.id));
    }
    if (page.next === undefined) next.push(...(list === members ? servicePrincipals(reading) : end(reading)));
    else if (reading.members.size >= mostMembers)
      next.push({ ...request, path: memberCountPath(reading.group), isCount: true });
    else if (reading.followed.has(page.next) || reading.followed.size >= mostPages) fail(request, endless());
    else {
      reading.followed.add(page.next);
      next.push({ ...request, path: list.next(page.next) });
    }
    return next;
  };

  const answer = (request: Request, part: Part): Request[] => {
    const { reading, list, isCount } = request;
    if (isCount) losses.tooLarge(reading.group, [...reading.members], part);
    else if ("body" in part)
      try {
        return take(request, recordsPage(azure.graph, list, part.body));
      } catch (error) {
        if (!(error instanceof AzureError)) throw error;
        fail(request, error);
      }
    else if (list === servicePrincipalMembers && holdsNoSuchMember(part.error)) return end(reading);
    else fail(request, part.error);
    return [];
  };

  for (let open = roots.flatMap(begin); open.length > 0;) {
    const next: Request[] = [];
    const take = (request: Request, part: Part) => {
      next.push(...answer(request, part));
      changed();
    };
    const requests = open;
    await Promise.all(
      lists.map(({ list, ask }) =>
        ask(
          requests.filter((request) => request.list === list),
          ({ path }) => path,
          take,
        ),
      ),
    );
    open = next;
  }
  losses.end();
}

const endless = () =>
  new AzureError({ kind: "malformed", service: "graph", message: "Microsoft Graph: a list of members does not end." });
