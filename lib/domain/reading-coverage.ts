import type { Coverage, Problem, SourceState } from "./coverage";

/** Something that a reading beside the inventory could not see. `source` is the part of the reading. */
export type PartProblem<Part extends string> = Omit<Problem, "source"> & Readonly<{ source: Part }>;

export type PartCoverage = Readonly<{
  state: SourceState;
  /** How many there are to read, as far as is known; it grows when what was read leads on. */
  expected: number | undefined;
  read: number;
  /** Milliseconds since the epoch of the last answer. */
  readAt: number | undefined;
}>;

/** How far a reading got that is no part of the inventory's pass: of people and groups, of role assignments. */
export type ReadingCoverage<Part extends string> = Readonly<{
  parts: Readonly<Record<Part, PartCoverage>>;
  problems: readonly PartProblem<Part>[];
  throttled: Coverage["throttled"];
  startedAt: number;
  finishedAt: number | undefined;
}>;
