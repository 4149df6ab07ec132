import type { ArmId } from "./ids";
import type { ReadingCoverage } from "./reading-coverage";
import type { RoleAssignment } from "./role-assignment";

/** What Azure shows of role assignments in delegated subscriptions. A snapshot: progress makes a new one. */
export type RoleAssignmentsReading = Readonly<{
  assignments: ReadonlyMap<ArmId, RoleAssignment>;
  coverage: ReadingCoverage<"roleAssignments">;
}>;
