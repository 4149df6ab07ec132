"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useAzure } from "@/components/auth/use-azure";
import type { KnownOperations } from "@/lib/domain/roles/effective-operations";
import { knownIn, operationsQuery } from "@/lib/queries/operations";

export type Operations = Readonly<{
  /** undefined until somebody asked for them and they came. */
  known: KnownOperations | undefined;
  isLoading: boolean;
  error: Error | undefined;
  load: () => void;
}>;

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
