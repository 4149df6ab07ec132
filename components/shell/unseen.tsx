"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useAzure } from "@/components/auth/use-azure";
import { Refresher } from "@/components/coverage/refresher";
import { useInventory } from "@/components/coverage/use-inventory";
import { Fetched } from "@/components/ui/fetched";
import { lazily } from "@/components/ui/lazily";
import { dropHeld, restoreReadings } from "@/lib/queries/kept-readings";

// The rules are many: they are fetched after the first rows have been drawn.
const FindingsReader = lazily(async () => (await import("@/components/assessment/findings-reader")).FindingsReader);

/** What works for all screens and shows nothing itself. */
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
        <Fetched>
          <FindingsReader isUrgent={isAtFindings} />
        </Fetched>
        <Refresher />
        <i aria-hidden className="row-icons-ahead" />
      </>
    )
  );
}
