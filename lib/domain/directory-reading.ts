import type { Directory } from "./directory";
import type { ReadingCoverage } from "./reading-coverage";

/**
 * What is read of the directory: who stands behind an id, who is in a group, whether accounts are enabled, and which
 * keys and passwords applications have. Counted in ids, groups, accounts and service principals.
 */
export const directoryParts = ["principals", "memberships", "accounts", "credentials"] as const;
export type DirectoryPart = (typeof directoryParts)[number];

/** A snapshot: progress makes a new one. */
export type DirectoryReading = Readonly<{ directory: Directory; coverage: ReadingCoverage<DirectoryPart> }>;

export const emptyDirectory: Directory = {
  principals: new Map(),
  users: new Map(),
  groups: new Map(),
  servicePrincipals: new Map(),
  memberships: new Map(),
};
