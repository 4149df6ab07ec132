import type { PrincipalId, RoleId, TenantId } from "../ids";
import type { Scope } from "../scope";
import type { AccessIndex } from "./access-index";
import { activate, type Activation, type Active } from "./activation";
import { better, no, yes, type Answer, type Reason } from "./answer";
import { blindSpotsOfPerson, type BlindSpots } from "./blind-spots";
import { kindOfGrant, type GrantKind } from "./grant";
import { scopeKey, type AccessScope } from "./scope-table";
import { rankFor, reasonsFor } from "./worth";

/** A role that a principal holds on a scope, itself or through its groups. At least one of the three is not "no". */
export type Held = Readonly<{
  customer: TenantId;
  scope: AccessScope;
  role: RoleId;
  standing: Answer;
  eligible: Answer;
  assigned: Answer;
  /** Milliseconds since the epoch; undefined: no activation is known. */
  activeUntil: number | undefined;
  /** The grants that give it, by their numbers. */
  grants: readonly number[];
  /** Why some of it cannot be told. */
  doubts: readonly Reason[];
}>;

/** A grant that names a principal or one of its groups, and surely gives it nothing. */
export type InVain = Readonly<{
  customer: TenantId;
  scope: AccessScope;
  role: RoleId;
  kind: GrantKind;
  grant: number;
  /** Each alone would be enough. */
  reasons: readonly Reason[];
}>;

/** What one principal can touch. Both lists run customer by customer and scope by scope. */
export type Reach = Readonly<{
  principal: PrincipalId;
  held: readonly Held[];
  inVain: readonly InVain[];
  /** Activations of what it does not hold as eligible on the same scope, as far as we see. */
  unmatched: readonly Activation[];
  blind: BlindSpots;
}>;

/** Somebody of whom nothing is known reaches nothing that we see; `blind` then says what that is worth. */
export function reachOf(index: AccessIndex, principal: PrincipalId, active?: Active): Reach {
  const person = index.people.ids.find(principal);
  const { held, inVain } = person < 0 ? { held: [], inVain: [] } : collect(index, person);
  const unmatched = activate(held, principal, active);
  return { principal, held, inVain, unmatched, blind: blindSpotsOfPerson(index, person) };
}

/** What of it holds on a scope: given there, or on the subscription that a resource group lies in. */
export const heldOn = ({ held }: Reach, target: Scope): Held[] => {
  const keys = new Set([scopeKey(target), scopeKey({ kind: "subscription", subscription: target.subscription })]);
  return held.filter(({ scope }) => keys.has(scopeKey(scope)));
};

type Draft = { -readonly [Field in keyof Held]: Held[Field] } & { grants: number[] };

const noDoubts: readonly Reason[] = [];

function collect(index: AccessIndex, person: number): { held: Held[]; inVain: InVain[] } {
  const { grants, scopeTable } = index;
  const { nodes, ranks, causes } = index.upward(person);
  const held: Draft[] = [];
  const inVain: InVain[] = [];
  let scopeNow = -1;
  let firstHere = 0;
  for (const entry of grantsOf(index, nodes)) {
    const grant = Math.floor(entry / nodes.length);
    const at = entry - grant * nodes.length;
    const number = grants.scopes[grant]!;
    if (number !== scopeNow) {
      scopeNow = number;
      firstHere = held.length;
    }
    const scope = scopeTable.scopes[number]!;
    const role = grants.roleIds.at(grants.roles[grant]!);
    const kind = kindOfGrant(grants.kinds[grant]!);
    const rank = rankFor(index, person, ranks[at]!, grant);
    const reasons = rank === yes ? noDoubts : reasonsFor(index, { person, cause: causes[at]!, grant, rank });
    if (rank === no) {
      const customer = scopeTable.customers.at(scopeTable.customerOf[number]!);
      inVain.push({ customer, scope, role, kind, grant, reasons });
      continue;
    }
    let draft: Draft | undefined;
    for (let next = firstHere; next < held.length && !draft; next++) if (held[next]!.role === role) draft = held[next];
    if (draft) draft.grants.push(grant);
    else {
      draft = {
        customer: scopeTable.customers.at(scopeTable.customerOf[number]!),
        scope,
        role,
        standing: "no",
        eligible: "no",
        assigned: "no",
        activeUntil: undefined,
        grants: [grant],
        doubts: noDoubts,
      };
      held.push(draft);
    }
    draft[kind] = better(draft[kind], rank);
    if (reasons.length > 0) draft.doubts = [...draft.doubts, ...reasons];
  }
  return { held, inVain };
}

/**
 * The grants of all these principals in ascending order, and so scope by scope: each as its number times the count of
 * principals, plus the place of its holder among them.
 */
function grantsOf({ grants: { ofPrincipal } }: AccessIndex, principals: Int32Array): Float64Array {
  const { start, items } = ofPrincipal;
  const all = new Float64Array(principals.reduce((sum, one) => sum + start[one + 1]! - start[one]!, 0));
  let filled = 0;
  let lists = 0;
  principals.forEach((principal, place) => {
    if (start[principal + 1]! > start[principal]!) lists++;
    for (let at = start[principal]!; at < start[principal + 1]!; at++)
      all[filled++] = items[at]! * principals.length + place;
  });
  return lists > 1 ? all.sort() : all;
}
