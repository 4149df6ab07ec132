"use client";

import { useSliced } from "@/components/ui/use-sliced";
import type { AccessIndex } from "@/lib/domain/access/access-index";
import { assignmentRows, type AssignmentRow } from "@/lib/domain/access/assignment-rows";

const known = new WeakMap<AccessIndex, readonly AssignmentRow[]>();

/** One row for each grant: 60,000 of them take longer than a click may. */
export const useAssignmentRows = (index: AccessIndex): readonly AssignmentRow[] | undefined =>
  useSliced(index, known, assignmentRows);
