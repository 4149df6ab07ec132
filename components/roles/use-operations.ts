"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useAzure } from "@/components/auth/use-azure";
import type { Operation } from "@/lib/domain/operation";
import { knownOperations, type KnownOperations } from "@/lib/domain/roles/effective-operations";
import { operationsQuery } from "@/lib/queries/operations";

export type Operations = Readonly<{
  /** undefined until somebody asked for them and they came. */
  known: KnownOperations | undefined;
  isLoading: boolean;
  error: Error | undefined;
  load: () => void;
}>;

const indexed = new WeakMap<readonly Operation[], KnownOperations>();

function knownIn(operations: readonly Operation[]): KnownOperations {
  let known = indexed.get(operations);
  if (!known) indexed.set(operations, (known = knownOperations(operations)));
  return known;
}

/** The names of all operations that Azure tells: about 12 MB, so only on demand, and once for all pages. */
export function useOperations(): Operations {
  const { azure } = useAzure();
  const [isWanted, setWanted] = useState(false);
  const { data, error, isFetching, refetch } = useQuery({ ...operationsQuery(azure), enabled: isWanted });
  return {
    known: data && knownIn(data.operations),
    isLoading: isFetching,
    error: error ?? undefined,
    load: () => (isWanted ? void refetch() : setWanted(true)),
  };
}
