import type { AccessIndex } from "../access/access-index";
import type { Answer, Reason } from "../access/answer";
import { grantRows, type GrantRow } from "../access/grant-rows";
import { principalIn } from "../access/people";
import type { LevelOf } from "../access/matrix";
import type { Reach } from "../access/reach";
import { scopeKey, type AccessScope } from "../access/scope-table";
import { customerNames } from "../customer-name";
import { minutesOf } from "../duration";
import type { ArmId, PrincipalId, RoleId, TenantId } from "../ids";
import type { MyRoles } from "../my-roles";
import { parseGlob } from "../roles/glob";
import { allowance } from "../roles/allows";
import type { Scope } from "../scope";
import { othersWhoApprove } from "./approval";
import { byUse } from "./by-use";
import type { MyGrant, MyPolicy } from "./my-grant";
import { blockOf, stateOf } from "./my-state";
import { onlyInPim } from "./only-in-pim";

export type MyAccessSources = Readonly<{
  index: AccessIndex;
  reach: Reach;
  /** As far as PIM has answered. */
  roles: MyRoles | undefined;
  levelOf: LevelOf;
  now: number;
}>;

/** Everything that one person holds or may activate, most useful first. */
export function myGrants(sources: MyAccessSources): MyGrant[] {
  const { index, reach, roles, levelOf, now } = sources;
  const me = reach.principal;
  const rowOf = rowsIn(index, reach);
  const isReadable = readableIn(index, reach);
  const policyOf = policiesFor(index, me);
  const listed = new Set<string>();
  const grants: MyGrant[] = [];

  const add = (kind: MyGrant["kind"], numbers: readonly number[], gives: Answer, reasons: readonly Reason[]) => {
    const rows = numbers.map(rowOf).filter(({ access }) => access === kind);
    const [first] = rows;
    const scope = first && placeOf(first);
    if (!first || !scope) return;
    const path = scopeKey(scope) as ArmId;
    const id = `${path} ${first.role.id} ${kind}`;
    if (listed.has(id)) return;
    listed.add(id);
    const policy = kind === "eligible" ? policyOf(rows) : undefined;
    const block = blockOf(policy, gives);
    grants.push({
      id,
      customer: first.customer,
      customerName: first.customerName,
      scope,
      scopeName: first.scopeName,
      subscription: first.subscription,
      subscriptionName: first.subscriptionName,
      role: first.role,
      level: levelOf(first.role.id),
      kind,
      gives,
      reasons,
      through: holdersIn(rows),
      offers: [...new Set(rows.flatMap(({ offers }) => offers))],
      policy,
      isReadable: isReadable(scope),
      state:
        kind === "eligible"
          ? stateOf({ path, role: first.role.id }, roles?.places.get(path), roles, block, now)
          : block
            ? { kind: "blocked", why: block }
            : { kind: "standing" },
    });
  };

  for (const held of reach.held) {
    if (held.eligible !== "no") add("eligible", held.grants, held.eligible, held.doubts);
    if (held.standing !== "no") add("standing", held.grants, held.standing, held.doubts);
  }
  for (const { kind, grant, reasons } of reach.inVain) if (kind !== "assigned") add(kind, [grant], "no", reasons);

  const nameOf = customerNames(index.inventory);
  for (const found of onlyInPim(roles, listed, now)) {
    const { subscription } = found.scope;
    const customer = index.scopeTable.ownerOf(subscription) ?? index.inventory.subscriptions.get(subscription)?.tenant;
    // What one holds in one's own tenant is no customer's.
    if (customer === index.inventory.managingTenant) continue;
    const subscriptionName = index.inventory.subscriptions.get(subscription)?.name;
    const group = found.scope.kind === "resourceGroup" ? found.scope.resourceGroup : undefined;
    grants.push({
      id: found.id,
      customer,
      customerName: customer && nameOf(customer).name,
      scope: found.scope,
      scopeName: group ?? subscriptionName ?? found.scopeName ?? subscription,
      subscription,
      subscriptionName,
      role: { id: found.role, name: index.inventory.roles.get(found.role)?.name ?? found.roleName },
      level: levelOf(found.role),
      kind: "eligible",
      gives: "yes",
      reasons: [],
      through: [],
      offers: [],
      policy: undefined,
      isReadable: isReadable(found.scope),
      state: found.state,
    });
  }
  return byUse(grants);
}

const holdersIn = (rows: readonly GrantRow[]): MyGrant["through"] => [
  ...new Map(
    rows.map(({ principal, principalName }) => [principal.id, { principal, label: principalName }] as const),
  ).values(),
];

/** Lighthouse delegates no single resources. A resource group is written as its delegation writes it. */
const placeOf = ({ scopeKind, subscription, resourceGroup }: GrantRow): Scope | undefined => {
  if (scopeKind === "subscription") return { kind: "subscription", subscription };
  return scopeKind === "resourceGroup" && resourceGroup !== undefined
    ? { kind: "resourceGroup", subscription, resourceGroup }
    : undefined;
};

function rowsIn(index: AccessIndex, { held, inVain }: Reach): (grant: number) => GrantRow {
  const numbers = new Set([...held.flatMap(({ grants }) => grants), ...inVain.map(({ grant }) => grant)]);
  const rows = new Map(grantRows(index, numbers).map((row) => [row.grant, row]));
  return (grant) => rows.get(grant)!;
}

const readingDelegations = parseGlob("Microsoft.ManagedServices/registrationAssignments/read");

/** Whether something that I hold day and night shows me a scope: what reads its delegations does. */
function readableIn({ inventory }: AccessIndex, { held }: Reach): (scope: AccessScope) => boolean {
  const reads = new Map<RoleId, boolean>();
  const canRead = (id: RoleId) => {
    const role = inventory.roles.get(id);
    if (!reads.has(id)) reads.set(id, role !== undefined && allowance(role, readingDelegations) !== undefined);
    return reads.get(id)!;
  };
  const readable = new Set(
    held.filter(({ standing, role }) => standing !== "no" && canRead(role)).map(({ scope }) => scopeKey(scope)),
  );
  return (scope) => readable.has(scopeKey(scope)) || readable.has(`/subscriptions/${scope.subscription}`);
}

function policiesFor(index: AccessIndex, me: PrincipalId): (rows: readonly GrantRow[]) => MyPolicy {
  const answers = new Map<string, Answer>();
  return (rows) => {
    const policies = rows.flatMap((row) => row.policies);
    const approvers = new Map(policies.flatMap((one) => one.approvers).map((one) => [one.principal, one]));
    const ids = [...approvers.keys()];
    const key = ids.join(" ");
    const othersApprove = answers.get(key) ?? othersWhoApprove(index, me, ids);
    answers.set(key, othersApprove);
    return {
      stated: policies.some(({ stated }) => stated),
      mfa: policies.some(({ mfa }) => mfa),
      longest: [...new Set(policies.map(({ longest }) => longest))].sort(
        (one, other) => (minutesOf(one) ?? Infinity) - (minutesOf(other) ?? Infinity),
      ),
      approvers: [...approvers.values()].map(({ principal, label }) => ({
        principal: principalIn(index, principal),
        label,
      })),
      othersApprove,
      amApprover: approvers.has(me),
    };
  };
}

/** How many customers these concern. */
export const customersOf = (grants: readonly MyGrant[]): number =>
  new Set(grants.flatMap(({ customer }): TenantId[] => (customer ? [customer] : []))).size;
