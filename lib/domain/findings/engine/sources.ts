import type { AccessIndex } from "@/lib/domain/access/access-index";
import type { DirectoryReading } from "@/lib/domain/directory-reading";
import type { Identities } from "@/lib/domain/identities-reading";
import type { Inventory } from "@/lib/domain/inventory";
import type { RoleAssignment } from "@/lib/domain/role-assignment";
import type { TenantFacts } from "@/lib/domain/tenant-facts";
import type { KnownOperations } from "@/lib/domain/roles/effective-operations";
import type { Policy } from "../policy/policy";

/** What findings are worked out from. Only the inventory has to be there: what is missing is something not judged. */
export type AssessmentSources = Readonly<{
  inventory: Inventory;
  directory?: Pick<DirectoryReading, "directory"> | undefined;
  /** What is asked of the managing tenant for findings alone. */
  tenant?: TenantFacts | undefined;
  roleAssignments?: readonly RoleAssignment[] | undefined;
  /** The index over these three, for those who have it already. */
  access?: (() => AccessIndex) | undefined;
  /** The operations that Azure publishes. */
  operations?: KnownOperations | undefined;
  identities?: Identities | undefined;
  policy?: Policy | undefined;
  /** National clouds know no eligible authorizations; there nothing can be moved to them. */
  hasEligible?: boolean | undefined;
  /** Milliseconds since the epoch. */
  now: number;
}>;
