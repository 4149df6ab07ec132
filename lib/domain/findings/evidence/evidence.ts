import type { AccessScope } from "@/lib/domain/access/scope-table";
import type { Definition } from "@/lib/domain/definition";
import type { PrincipalId, RoleId, TenantId } from "@/lib/domain/ids";
import type { GivenAway } from "@/lib/domain/roles/given-away";
import type { Gives } from "@/lib/domain/roles/catalogue/gives";

/** One step of the chain that makes a finding; each is something that can be opened. */
export type Link =
  | Readonly<{ kind: "principal"; principal: PrincipalId }>
  | Readonly<{ kind: "definition"; definition: Definition }>
  | Readonly<{ kind: "role"; role: RoleId }>
  /** As the role writes it. */
  | Readonly<{ kind: "pattern"; role: RoleId; pattern: string }>
  | Readonly<{ kind: "operation"; operation: string; gives: Gives }>
  | Readonly<{ kind: "scope"; scope: AccessScope; customer: TenantId }>;

/** Something that was read, by the name that Azure gives it: "multiFactorAuthProvider", "None". */
export type Fact = Readonly<{ label: string; value: string | Link }>;

export type Evidence = Readonly<{
  /** Principal, groups on the way, role, pattern, operation, scope, as far as the finding has them. */
  chain: readonly Link[];
  /** All operations that make it a finding; the chain shows the first. */
  operations: readonly GivenAway[];
  facts: readonly Fact[];
}>;
