import { us } from "../example-inventory";
import type { PrincipalId, TenantId } from "../ids";
import type { Membership } from "../directory";
import type { Answer } from "./answer";
import { people, person, type World } from "./random-worlds";
import { scopeKey } from "./scope-table";
import type { Target } from "./target";

/*
 * What tests hold the product's answers against. It knows no index: it walks every simple chain of groups, every
 * delegation, every line of its offer, and takes the rules from the documentation.
 */

const order: readonly Answer[] = ["no", "cannotSee", "yes"];
export const least = (...answers: Answer[]): Answer => order[Math.min(...answers.map((one) => order.indexOf(one)))]!;
const best = (...answers: Answer[]): Answer => order[Math.max(0, ...answers.map((one) => order.indexOf(one)))]!;

export const everybody = ({ inventory, directory, roleAssignments }: World): PrincipalId[] => [
  ...new Set([
    ...Array.from({ length: people }, (_, number) => person(number)),
    ...directory.principals.keys(),
    ...[...inventory.definitions.values()].flatMap((one) =>
      [...one.authorizations, ...one.eligibleAuthorizations].map(({ principal }) => principal),
    ),
    ...roleAssignments.map(({ principal }) => principal),
  ]),
];

/** What somebody may carry, by the rules as the documentation words them. */
export function carries(world: World, id: PrincipalId): Answer {
  const { directory } = world;
  const principal = directory.principals.get(id);
  if (principal === undefined) return "cannotSee";
  if (principal.state === "deleted") return isForeign(world, id) ? "cannotSee" : "no";
  if (directory.users.get(id)?.enabled === false) return "no";
  if (principal.kind !== "group") return "yes";
  const type = directory.groups.get(id)?.type;
  return type === "security" ? "yes" : type === undefined ? "cannotSee" : "no";
}

/** Named by nobody but a customer's role assignment: that our directory does not know it proves nothing. */
const isForeign = (world: World, id: PrincipalId): boolean =>
  world.roleAssignments.some(({ principal }) => principal === id) &&
  ![...givenIn(world)].some(({ holder, kind }) => holder === id && kind !== "assigned") &&
  ![...world.directory.memberships.values()].some((membership) => seen(membership).includes(id));

export const seen = (membership: Membership | undefined): readonly PrincipalId[] =>
  membership?.state === "read" ? membership.members : membership?.state === "tooLarge" ? membership.known : [];

const ways = new WeakMap<World, Map<string, Answer | undefined>>();

/** The best of all simple chains from somebody up to a holder; undefined where there is none. */
export function way(world: World, from: PrincipalId, to: PrincipalId): Answer | undefined {
  const known = ways.get(world) ?? new Map<string, Answer | undefined>();
  ways.set(world, known);
  const key = `${from} ${to}`;
  if (!known.has(key)) known.set(key, wayAround(world, from, to, []));
  return known.get(key);
}

export function wayAround(
  world: World,
  from: PrincipalId,
  to: PrincipalId,
  visited: readonly PrincipalId[],
): Answer | undefined {
  const own = carries(world, from);
  if (from === to) return own;
  const found: Answer[] = [];
  for (const [group, membership] of world.directory.memberships) {
    if (visited.includes(group) || group === from || !seen(membership).includes(from)) continue;
    const rest = wayAround(world, group, to, [...visited, from]);
    if (rest) found.push(least(own, rest));
  }
  return found.length === 0 ? undefined : best(...found);
}

export type Kind = "standing" | "eligible" | "assigned";
export type Given = {
  holder: PrincipalId;
  role: string;
  kind: Kind;
  scope: string;
  customer: TenantId;
  worth: Answer;
  through: string;
};

export function* givenIn({ inventory, roleAssignments }: World): Generator<Given> {
  for (const { id, scope, customer, definition, state } of inventory.delegations.values()) {
    if (!definition || definition.managingTenant !== us) continue;
    const worth = customer === us ? "no" : state === "Succeeded" ? "yes" : state === "unknown" ? "cannotSee" : "no";
    const given = { scope: scopeKey(scope), customer, worth, through: id } as const;
    for (const one of definition.authorizations)
      yield { holder: one.principal, role: one.role, kind: "standing", ...given };
    for (const one of definition.eligibleAuthorizations)
      yield { holder: one.principal, role: one.role, kind: "eligible", ...given };
  }
  for (const one of roleAssignments)
    yield {
      holder: one.principal,
      role: one.role,
      kind: "assigned",
      scope: one.scope,
      customer: one.customer,
      worth: "yes",
      through: one.id,
    };
}

export function gives(world: World, who: PrincipalId, { holder, kind, worth }: Given): Answer | undefined {
  const found = way(world, who, holder);
  if (!found) return undefined;
  const principal = world.directory.principals.get(who);
  const isRobot =
    (principal?.state === "found" && principal.kind === "servicePrincipal") ||
    (principal === undefined && typeOf(world, who));
  return kind === "eligible" && isRobot ? "no" : least(found, worth);
}

export const typeOf = ({ roleAssignments }: World, who: PrincipalId) =>
  roleAssignments.some(({ principal, principalType }) => principal === who && principalType === "servicePrincipal");

export const holds = (target: Target) => (given: Given) => {
  if (target.kind === "customer") return given.customer === target.customer;
  if (target.kind === "delegation") return given.through === target.delegation;
  const path = scopeKey(target.scope);
  return given.scope === path || path.startsWith(`${given.scope}/`);
};

export type Line = Record<Kind, Answer>;
export const lineOf = (world: World, who: PrincipalId, given: readonly Given[]): Line =>
  Object.fromEntries(
    (["standing", "eligible", "assigned"] as const).map((kind) => [
      kind,
      best(...given.filter((one) => one.kind === kind).map((one) => gives(world, who, one) ?? "no")),
    ]),
  ) as Line;
export const isHeld = (line: Line) => Object.values(line).some((answer) => answer !== "no");

/** By scope and role, what somebody holds; and what is granted in vain. */
export function enumerate(world: World, who: PrincipalId) {
  const given = [...givenIn(world)];
  const held = new Map<string, Line>();
  const inVain = new Set<string>();
  for (const { scope, role: wanted } of given) {
    const line = lineOf(
      world,
      who,
      given.filter((one) => one.scope === scope && one.role === wanted),
    );
    if (isHeld(line)) held.set(`${scope} ${wanted}`, line);
  }
  for (const { scope, role: wanted, kind, holder } of given) {
    const same = given.filter(
      (one) => one.scope === scope && one.role === wanted && one.kind === kind && one.holder === holder,
    );
    const answers = same.map((one) => gives(world, who, one));
    if (answers.every((answer) => answer === "no")) inVain.add([scope, wanted, kind, holder].join(" "));
  }
  return { held, inVain };
}

/** Those to whom a grant leads, who may have members that nobody sees. */
export function hiddenFrom(world: World, leads: (who: PrincipalId) => boolean): PrincipalId[] {
  const { directory } = world;
  return everybody(world).filter((id) => {
    const principal = directory.principals.get(id);
    const kind = principal?.state === "found" ? principal.kind : typeOf(world, id) ? "servicePrincipal" : undefined;
    if (carries(world, id) === "no" || kind === "user" || kind === "servicePrincipal") return false;
    return directory.memberships.get(id)?.state !== "read" && leads(id);
  });
}
