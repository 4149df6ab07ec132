"use client";

import { useQuery } from "@tanstack/react-query";
import { useAzure } from "@/components/auth/use-azure";
import { findingsQuery, type Findings } from "@/lib/queries/findings";

/** What was found so far; undefined until something was judged. The shell keeps it up to date. */
export function useFindings(): Findings | undefined {
  const { azure } = useAzure();
  return useQuery(findingsQuery(azure)).data;
}

/** Why nothing could be judged at all, which is a fault of ours. */
export function useFindingsError(): Error | null {
  const { azure } = useAzure();
  return useQuery(findingsQuery(azure)).error;
}
