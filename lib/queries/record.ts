import { queryOptions } from "@tanstack/react-query";
import type { Azure } from "@/lib/azure/client";
import { readRecord } from "@/lib/azure/managed-services/record";
import type { ArmId } from "@/lib/domain/ids";

/** Azure's own record of a delegation or a definition, where the inventory was kept without it. */
export const recordQuery = (azure: Azure, id: ArmId) =>
  queryOptions({
    queryKey: [...azure.key, "record", id],
    queryFn: ({ signal }) => readRecord(azure.arm, id, signal),
    staleTime: Infinity,
    retry: false,
    structuralSharing: false,
  });
