import { indexAccess, type AccessIndex } from "@/lib/domain/access/access-index";
import { principalIn } from "@/lib/domain/access/people";
import type { Definition } from "@/lib/domain/definition";
import type { Delegation } from "@/lib/domain/delegation";
import type { Directory } from "@/lib/domain/directory";
import { emptyDirectory } from "@/lib/domain/directory-reading";
import type { ArmId, PrincipalId, RoleId } from "@/lib/domain/ids";
import type { Inventory } from "@/lib/domain/inventory";
import type { Principal } from "@/lib/domain/principal";
import { once } from "@/lib/domain/once";
import { isOurs } from "@/lib/domain/projection";
import type { Role } from "@/lib/domain/role";
import type { TenantFacts } from "@/lib/domain/tenant-facts";
import type { KnownOperations } from "@/lib/domain/roles/effective-operations";
import { applyPolicy, type AppliedRule } from "../policy/apply-policy";
import { defaultPolicy, type Policy } from "../policy/policy";
import type { Rule } from "../rule";
import { rules as allRules } from "../rules";
import type { AssessmentSources } from "./sources";

/** Everything that rules ask about, prepared once for all of them; what is dear is made when the first rule wants it. */
export type Assessment = Readonly<{
  inventory: Inventory;
  /** undefined: it was not read, and nothing may be said of anybody. */
  directory: Directory | undefined;
  tenant: TenantFacts | undefined;
  operations: KnownOperations | undefined;
  identities: AssessmentSources["identities"];
  policy: Policy;
  rules: readonly AppliedRule[];
  hasEligible: boolean;
  now: number;
  /** Grants, groups and reach. Where the directory was not read, groups are empty in it. */
  access: AccessIndex;
  /** Definitions that are offers to us, whether or not a delegation uses them. */
  definitions: readonly Definition[];
  /** Those to us, with a definition that could be read or without. */
  delegations: readonly Delegation[];
  /** The delegations that use a definition. Empty: it gives nobody anything. */
  delegationsOf: (definition: Definition) => readonly Delegation[];
  /** undefined: Azure's list does not have it, so what it allows is not known. */
  role: (id: RoleId) => Role | undefined;
  principal: (id: PrincipalId) => Principal;
  /** The roles that definitions in use name. */
  rolesInUse: readonly RoleId[];
  /** Whom offers name as holders. */
  holders: readonly PrincipalId[];
  /** Holders and all who are in those that are groups. */
  everybody: readonly PrincipalId[];
  /** The definitions that name a principal as a holder. */
  definitionsNaming: (principal: PrincipalId) => readonly Definition[];
}>;

/** `rules` are all there are, before the policy is applied; tests give fewer. */
export function prepare(sources: AssessmentSources, rules: readonly Rule[] = allRules): Assessment {
  const { inventory, policy = defaultPolicy, hasEligible = true, now, operations, identities } = sources;
  const directory = sources.directory?.directory;
  const principals = { inventory, directory: directory ?? emptyDirectory };
  const delegations = [...inventory.delegations.values()].filter((delegation) => isOurs(delegation, inventory));
  const access = once(
    () => sources.access?.() ?? indexAccess({ ...principals, roleAssignments: sources.roleAssignments }),
  );
  const byDefinition = once(() => groupedBy(delegations, ({ definitionId }) => definitionId));
  const naming = once(() => namesIn(delegations));
  const rolesInUse = once(() => rolesIn(delegations));
  const everybody = once(() => everybodyBehind([...naming().keys()], access()));
  const none: readonly never[] = [];
  return {
    inventory,
    directory,
    tenant: sources.tenant,
    operations,
    identities,
    policy,
    rules: applyPolicy(rules, policy),
    hasEligible,
    now,
    get access() {
      return access();
    },
    definitions: [...inventory.definitions.values()].filter(
      ({ managingTenant }) => managingTenant === inventory.managingTenant,
    ),
    delegations,
    delegationsOf: ({ id }) => byDefinition().get(id) ?? none,
    role: (id) => inventory.roles.get(id),
    principal: (id) => principalIn(principals, id),
    get rolesInUse() {
      return rolesInUse();
    },
    get holders() {
      return [...naming().keys()];
    },
    get everybody() {
      return everybody();
    },
    definitionsNaming: (principal) => naming().get(principal) ?? none,
  };
}

function groupedBy(delegations: readonly Delegation[], keyOf: (delegation: Delegation) => ArmId) {
  const groups = new Map<ArmId, Delegation[]>();
  for (const delegation of delegations) {
    const key = keyOf(delegation);
    const group = groups.get(key);
    if (group) group.push(delegation);
    else groups.set(key, [delegation]);
  }
  return groups;
}

/** Each definition once for every principal that it names. */
function namesIn(delegations: readonly Delegation[]): ReadonlyMap<PrincipalId, readonly Definition[]> {
  const naming = new Map<PrincipalId, Definition[]>();
  for (const definition of new Set(delegations.map((delegation) => delegation.definition))) {
    if (!definition) continue;
    for (const lines of [definition.authorizations, definition.eligibleAuthorizations])
      for (const { principal } of lines) {
        const own = naming.get(principal);
        if (!own) naming.set(principal, [definition]);
        else if (own.at(-1) !== definition) own.push(definition);
      }
  }
  return naming;
}

function rolesIn(delegations: readonly Delegation[]): RoleId[] {
  const found = new Set<RoleId>();
  for (const definition of new Set(delegations.map((delegation) => delegation.definition)))
    for (const lines of definition ? [definition.authorizations, definition.eligibleAuthorizations] : [])
      for (const { role } of lines) found.add(role);
  return [...found];
}

function everybodyBehind(holders: readonly PrincipalId[], { people, downward }: AccessIndex): PrincipalId[] {
  const found = new Set<number>();
  for (const holder of holders) {
    const start = people.ids.find(holder);
    if (start >= 0 && !found.has(start)) for (const node of downward(start).nodes) found.add(node);
  }
  return Array.from(found, (number) => people.ids.at(number));
}
