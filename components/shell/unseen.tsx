"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { FindingsReader } from "@/components/assessment/findings-reader";
import { useAzure } from "@/components/auth/use-azure";
import { Refresher } from "@/components/coverage/refresher";
import { useInventory } from "@/components/coverage/use-inventory";
import { dropHeld, restoreReadings } from "@/lib/queries/kept-readings";

/** What works for all screens and shows nothing itself. The rules, which are many, come after the first rows. */
export function Unseen({ isAtFindings }: { isAtFindings: boolean }) {
  const { azure } = useAzure();
  const client = useQueryClient();
  const isRead = useInventory().inventory?.coverage.finishedAt !== undefined;
  const [isRestored, setRestored] = useState(false);
  useEffect(() => {
    // Where nothing can be restored, everything is read.
    void restoreReadings(client, azure)
      .catch(() => undefined)
      .then(() => setRestored(true));
  }, [azure, client]);
  useEffect(() => {
    if (isRead && isRestored) dropHeld(client, azure);
  }, [azure, client, isRead, isRestored]);
  return (
    isRestored && (
      <>
        <FindingsReader isUrgent={isAtFindings} />
        <Refresher />
      </>
    )
  );
}
