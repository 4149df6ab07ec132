import type { DirectoryPart } from "@/lib/domain/directory-reading";
import type { PartCoverage, PartProblem } from "@/lib/domain/reading-coverage";

type Part = DirectoryPart | "roleAssignments";

export type OtherCoverage = Readonly<{
  parts: Readonly<Partial<Record<Part, PartCoverage>>>;
  problems: readonly PartProblem<Part>[];
  finishedAt: number | undefined;
}>;

const partWords: Readonly<Record<Part, string>> = {
  principals: "Principals",
  memberships: "Groups with their members",
  accounts: "Accounts, enabled or not",
  credentials: "Keys and passwords of applications",
  roleAssignments: "Role assignments",
};

/** The parts of a reading beside the inventory, with their names. */
export const partsOf = ({ parts }: OtherCoverage) =>
  Object.entries(parts).map(([part, of]) => ({ name: partWords[part as Part], of }));
