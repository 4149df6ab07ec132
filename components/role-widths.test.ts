import { expect, test } from "vitest";
import { compareSpec } from "@/components/comparison/compare-spec";
import { myGrantSpec } from "@/components/my-access/my-grant-spec";
import { inVainSpec } from "@/components/principals/leaver/leaver-spec";
import { principalSpec } from "@/components/principals/principal-spec";
import { reacherSpec } from "@/components/reachers/reacher-spec";

type Sized = Readonly<{ id: string; width: number; grow?: number; isHidden?: boolean }>;

/** What CSS gives a column of `minmax(width, grow fr)` in a table so wide: a share of all, unless that is below its least. */
function widthOf(id: string, columns: readonly Sized[], table: number): number {
  const shown = columns.filter(({ isHidden }) => !isHidden);
  const atLeast = new Set(shown.filter(({ grow }) => !grow));
  for (;;) {
    const left = shown.reduce((rest, column) => rest - (atLeast.has(column) ? column.width : 0), table - marks);
    const share = left / shown.reduce((sum, column) => sum + (atLeast.has(column) ? 0 : (column.grow ?? 0)), 0);
    const small = shown.filter((column) => !atLeast.has(column) && share * (column.grow ?? 0) < column.width);
    const asked = shown.find((column) => column.id === id)!;
    if (small.length === 0) return atLeast.has(asked) ? asked.width : share * (asked.grow ?? 0);
    for (const column of small) atLeast.add(column);
  }
}

/** The boxes that select rows. */
const marks = 42;
/** A screen of 1440 pixels, without the rail. */
const table = 1248;
/** Padding and the mark of privilege. */
const around = 46;
/** In the type of the tables. */
const kubernetesAdmin = 241; // Azure Kubernetes Service Cluster Admin Role
const deletesAssignments = 293; // Managed Services Registration assignment Delete Role

test.each([
  ["My access", myGrantSpec.columns, "role", deletesAssignments],
  ["Compare", compareSpec.columns, "role", deletesAssignments],
  ["Principals", principalSpec.columns, "privilege", deletesAssignments],
  ["who reaches something", reacherSpec.columns, "role", deletesAssignments],
  ["Gives nothing", inVainSpec.columns, "role", kubernetesAdmin],
] as const)("names of roles fit in %s", (_, columns, id, name) => {
  expect(widthOf(id, columns, table)).toBeGreaterThanOrEqual(name + around);
});
