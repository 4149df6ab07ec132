import type { PrincipalId, RoleId } from "../ids";
import type { PrincipalKind } from "../principal";
import type { AccessIndex } from "./access-index";
import type { Active } from "./activation";
import { better, no, type Answer, type Reason } from "./answer";
import type { BlindSpots } from "./blind-spots";
import { kindOfGrant, type GrantKind } from "./grant";
import type { HiddenMembers } from "./membership-graph";
import { scopeKey } from "./scope-table";
import { aimAt, type Aim, type Target } from "./target";
import { rankFor, reasonsFor } from "./worth";

/** One role with which a principal reaches the target. At least one of the three is not "no". */
export type Reacher = Readonly<{
  principal: PrincipalId;
  kind: PrincipalKind | undefined;
  role: RoleId;
  standing: Answer;
  eligible: Answer;
  assigned: Answer;
  /** Milliseconds since the epoch; undefined: no activation is known. */
  activeUntil: number | undefined;
  /** Who holds the grants: the principal itself, or groups that it is in. */
  through: readonly PrincipalId[];
  /** Why some of it cannot be told. */
  doubts: readonly Reason[];
}>;

/** What is granted to a principal, itself or through one group, and surely gives it nothing anywhere on the target. */
export type ReacherInVain = Readonly<{
  principal: PrincipalId;
  kind: PrincipalKind | undefined;
  role: RoleId;
  access: GrantKind;
  through: PrincipalId;
  /** One of the grants, and what is wrong with it. */
  grant: number;
  reasons: readonly Reason[];
}>;

export type Reachers = Readonly<{
  target: Target;
  reachers: readonly Reacher[];
  inVain: readonly ReacherInVain[];
  blind: BlindSpots;
}>;

/** Everybody who reaches a target. A principal with several roles there comes once for each. */
export function reachersOf(index: AccessIndex, target: Target, active?: Active): Reachers {
  const aim = aimAt(index, target);
  const { reachers, inVain, hidden } = collect(index, aim);
  note(reachers, index, aim, active);
  return {
    target,
    reachers,
    inVain,
    blind: {
      groups: hidden,
      definitions: aim.unreadDefinitions,
      subscriptions: aim.unreadSubscriptions,
      isConclusive: index.isConclusive,
      roleAssignmentsUnread: index.roleAssignments === undefined,
    },
  };
}

/** The numbers of the grants with which a principal reaches a target with a role: what its paths lead over. */
export function grantsBehind(index: AccessIndex, target: Target, principal: PrincipalId, role: RoleId): number[] {
  const { people, grants } = index;
  const person = people.ids.find(principal);
  if (person < 0) return [];
  const { nodes, ranks } = index.upward(person);
  const ways = new Map<number, number>();
  nodes.forEach((node, at) => ways.set(node, ranks[at]!));
  const wanted = grants.roleIds.find(role);
  return aimAt(index, target)
    .leading.filter(({ grant, worth }) => {
      const way = ways.get(grants.principals[grant]!);
      return grants.roles[grant] === wanted && way !== undefined && rankFor(index, person, way, grant, worth) > no;
    })
    .map(({ grant }) => grant);
}

type Draft = { -readonly [Field in keyof Reacher]: Reacher[Field] } & { through: PrincipalId[] };

function collect(index: AccessIndex, { leading, through }: Aim) {
  const { people, grants, graph } = index;
  const drafts = new Map<number, Draft[]>();
  const inVain: ReacherInVain[] = [];
  const hidden = new Map<number, HiddenMembers>();
  for (const [holder, best] of bestOf(index, leading)) {
    const holderId = people.ids.at(holder);
    const { nodes, ranks, causes } = index.downward(holder);
    nodes.forEach((person, at) => {
      const principal = people.ids.at(person);
      const kind = people.kinds[person];
      for (const { grant, worth } of best) {
        const role = grants.roleIds.at(grants.roles[grant]!);
        const access = kindOfGrant(grants.kinds[grant]!);
        const rank = rankFor(index, person, ranks[at]!, grant, worth);
        const reasons = reasonsFor(index, { person, cause: causes[at]!, grant, rank, through });
        if (rank === no) {
          inVain.push({ principal, kind, role, access, through: holderId, grant, reasons });
          continue;
        }
        const members = graph.hidden.get(person);
        if (members) hidden.set(person, members);
        let own = drafts.get(person);
        if (!own) drafts.set(person, (own = []));
        let draft = own.find((one) => one.role === role);
        if (!draft) own.push((draft = { principal, kind, role, ...nothingYet, through: [] }));
        draft[access] = better(draft[access], rank);
        if (draft.through.at(-1) !== holderId) draft.through.push(holderId);
        if (reasons.length > 0) draft.doubts = [...draft.doubts, ...reasons];
      }
    });
  }
  return { reachers: [...drafts.values()].flat(), inVain, hidden: [...hidden.values()] };
}

const nothingYet = { standing: "no", eligible: "no", assigned: "no", activeUntil: undefined, doubts: [] } as const;

/** By holder, one grant for each role and kind of access: the one that is worth most. */
function bestOf({ grants }: AccessIndex, leading: Aim["leading"]) {
  const byHolder = new Map<number, { grant: number; worth: number }[]>();
  for (const { grant, worth } of leading) {
    const holder = grants.principals[grant]!;
    let best = byHolder.get(holder);
    if (!best) byHolder.set(holder, (best = []));
    const same = best.find(
      (one) => grants.roles[one.grant] === grants.roles[grant] && grants.kinds[one.grant] === grants.kinds[grant],
    );
    if (!same) best.push({ grant, worth });
    else if (same.worth < worth) Object.assign(same, { grant, worth });
  }
  return byHolder;
}

/** Notes until when the roles of those who reach the target are active on one of its scopes. */
function note(reachers: readonly Draft[], index: AccessIndex, { leading }: Aim, active: Active | undefined): void {
  const running = (active?.activations ?? []).filter(({ until }) => until > active!.now);
  if (running.length === 0) return;
  const { grants, scopeTable } = index;
  const scopes = new Set(leading.map(({ grant }) => scopeKey(scopeTable.scopes[grants.scopes[grant]!]!)));
  const untils = new Map<string, number>();
  for (const { principal, role, scope, until } of running) {
    const key = `${principal} ${role}`;
    if (scopes.has(scopeKey(scope))) untils.set(key, Math.max(until, untils.get(key) ?? until));
  }
  for (const reacher of reachers)
    if (reacher.eligible !== "no") reacher.activeUntil = untils.get(`${reacher.principal} ${reacher.role}`);
}
