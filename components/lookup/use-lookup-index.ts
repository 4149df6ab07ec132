"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useAzure } from "@/components/auth/use-azure";
import { useInventory } from "@/components/coverage/use-inventory";
import { isReading } from "@/lib/domain/coverage";
import type { LookupIndex } from "@/lib/lookup/lookup-index";
import { directoryQuery } from "@/lib/queries/directory";
import { lookupIn, lookupKnown } from "@/lib/queries/lookup";
import { screens } from "./screens";

type Lookup = Readonly<{
  /** What was worked out last: it may be of an earlier snapshot. */
  index: LookupIndex | undefined;
  /** Delegations or people are still being read: what is not found may still appear. */
  isPartial: boolean;
}>;

/** Everything that was read, ready to be looked up. People in groups are read for it as soon as delegations have been. */
export function useLookupIndex(): Lookup {
  const { azure } = useAzure();
  const { inventory } = useInventory();
  const directory = useQuery(directoryQuery(azure, inventory)).data;
  const isDirectoryRead = directory?.coverage.finishedAt !== undefined;
  const principals = isDirectoryRead ? directory.directory.principals : inventory?.principals;
  const of = inventory && principals && { inventory, principals, others: screens };
  const known = of && lookupKnown(of);
  const [latest, setLatest] = useState(known);

  useEffect(() => {
    if (!inventory || !principals) return;
    const sources = { inventory, principals, others: screens };
    if (lookupKnown(sources)) return;
    const controller = new AbortController();
    lookupIn(sources, controller.signal)
      .then(setLatest)
      .catch((reason: unknown) => {
        if (!controller.signal.aborted) throw reason;
      });
    return () => controller.abort();
  }, [inventory, principals]);

  return { index: known ?? latest, isPartial: !inventory || isReading(inventory.coverage) || !isDirectoryRead };
}
