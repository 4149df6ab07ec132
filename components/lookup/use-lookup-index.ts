"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import { useFindings, useFindingsError } from "@/components/assessment/use-findings";
import { useAzure } from "@/components/auth/use-azure";
import { useInventory } from "@/components/coverage/use-inventory";
import { isReading } from "@/lib/domain/coverage";
import type { Entry } from "@/lib/lookup/entry";
import type { LookupIndex } from "@/lib/lookup/lookup-index";
import { directoryQuery } from "@/lib/queries/directory";
import { lookupIn, lookupKnown, type LookupSources } from "@/lib/queries/lookup";
import { operationsQuery } from "@/lib/queries/operations";
import { commands } from "./commands";
import { screens } from "./screens";

type Lookup = Readonly<{
  /** What was worked out last: it may be of an earlier snapshot. */
  index: LookupIndex | undefined;
  /** What it was made of, or is being made of; undefined while nothing was read. */
  sources: LookupSources | undefined;
  /** What is still on its way: what is not found may still appear. */
  waitsFor: "everything" | "findings" | undefined;
}>;

const actions: readonly Entry[] = [...screens, ...commands];

/** Everything that was read, ready to be looked up. People in groups are read for it as soon as delegations have been. */
export function useLookupIndex(): Lookup {
  const { azure } = useAzure();
  const { inventory } = useInventory();
  const directory = useQuery(directoryQuery(azure, inventory)).data;
  // Of 12 MB, and so only once a page about roles has fetched them.
  const operations = useQuery({ ...operationsQuery(azure), enabled: false }).data?.operations;
  const judged = useFindings();
  const findings = judged?.of.isPartial ? undefined : judged;
  const isFailed = useFindingsError() !== null;
  const isDirectoryRead = directory?.coverage.finishedAt !== undefined;
  const principals = isDirectoryRead ? directory.directory.principals : inventory?.principals;
  const sources = useMemo<LookupSources | undefined>(
    () => inventory && principals && { inventory, principals, findings, operations, others: actions },
    [inventory, principals, findings, operations],
  );
  const known = sources && lookupKnown(sources);
  const [latest, setLatest] = useState(known);

  useEffect(() => {
    if (!sources || lookupKnown(sources)) return;
    const controller = new AbortController();
    lookupIn(sources, controller.signal)
      .then(setLatest)
      .catch((reason: unknown) => {
        if (!controller.signal.aborted) throw reason;
      });
    return () => controller.abort();
  }, [sources]);

  const isRead = inventory && !isReading(inventory.coverage) && isDirectoryRead;
  return {
    index: known ?? latest,
    sources,
    waitsFor: !isRead ? "everything" : findings || isFailed ? undefined : "findings",
  };
}
