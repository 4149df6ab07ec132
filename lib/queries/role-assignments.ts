import { queryOptions, type QueryClient, type QueryFunctionContext } from "@tanstack/react-query";
import type { Azure } from "@/lib/azure/client";
import { collectRoleAssignments } from "@/lib/collect/role-assignments/collect-role-assignments";
import type { RoleAssignmentsReading } from "@/lib/domain/role-assignments-reading";
import { growing, stopGrowing } from "./growing";

const minutes = 60_000;

type Key = readonly string[];

/** Role assignments that Azure shows in delegated subscriptions. The data grow while they are read. */
export const roleAssignmentsQuery = (azure: Azure) =>
  queryOptions<RoleAssignmentsReading, Error, RoleAssignmentsReading, Key>({
    queryKey: [...azure.key, "roleAssignments"],
    queryFn: (context) => read(azure, context),
    staleTime: ({ state }) => (state.data?.coverage.finishedAt === undefined ? 0 : 15 * minutes),
    gcTime: 60 * minutes,
    retry: false,
    structuralSharing: false,
  });

const read = (azure: Azure, context: QueryFunctionContext<Key>) =>
  growing<RoleAssignmentsReading>(azure, context, context.queryKey, ({ since, signal, show }) =>
    collectRoleAssignments({ azure, since, signal, onProgress: show }),
  );

/** Ends a reading that is under way; what came stays, and counts as cancelled. */
export const stopReadingRoleAssignments = (azure: Azure): void => stopGrowing(azure, "roleAssignments");

/** Reads everything again. What is on screen stays until it is read anew. */
export const readRoleAssignmentsAgain = (client: QueryClient, azure: Azure) =>
  client.fetchQuery({ ...roleAssignmentsQuery(azure), staleTime: 0 });
