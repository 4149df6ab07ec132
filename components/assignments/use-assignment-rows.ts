"use client";

import { useEffect, useState } from "react";
import type { AccessIndex } from "@/lib/domain/access/access-index";
import { assignmentRows, type AssignmentRow } from "@/lib/domain/access/assignment-rows";
import { runSliced } from "@/lib/table/slices";

const known = new WeakMap<AccessIndex, readonly AssignmentRow[]>();

/**
 * One row for each grant, written out in slices: 60,000 of them take longer than a click may. undefined until they are there
 * for the first time; those of an earlier snapshot stay until the new ones are.
 */
export function useAssignmentRows(index: AccessIndex): readonly AssignmentRow[] | undefined {
  const [latest, setLatest] = useState<readonly AssignmentRow[]>();
  useEffect(() => {
    if (known.has(index)) return;
    const controller = new AbortController();
    const write = async () => {
      const rows = await runSliced(assignmentRows(index), { signal: controller.signal, urgent: true });
      known.set(index, rows);
      setLatest(rows);
    };
    write().catch((reason: unknown) => {
      if (!controller.signal.aborted) throw reason;
    });
    return () => controller.abort();
  }, [index]);
  return known.get(index) ?? latest;
}
