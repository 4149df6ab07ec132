"use client";

import { FindingsReader } from "@/components/assessment/findings-reader";
import { Refresher } from "@/components/coverage/refresher";

/** What works for all screens and shows nothing itself. The rules, which are many, come after the first rows. */
export function Unseen({ isAtFindings }: { isAtFindings: boolean }) {
  return (
    <>
      <FindingsReader isUrgent={isAtFindings} />
      <Refresher />
    </>
  );
}
