import { useQuery } from "@tanstack/react-query";
import { useAzure } from "@/components/auth/use-azure";
import { lastSeenQuery, type LastSeen } from "@/lib/queries/last-seen";

/** What this person saw when they looked last; undefined while it is looked for, and where nothing was kept. */
export function useLastSeen(): LastSeen | undefined {
  const { azure } = useAzure();
  return useQuery(lastSeenQuery(azure)).data ?? undefined;
}
