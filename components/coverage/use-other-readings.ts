"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useSyncExternalStore } from "react";
import { useAzure } from "@/components/auth/use-azure";
import type { RoleAssignmentsReading } from "@/lib/domain/role-assignments-reading";
import { latestDirectory, readDirectoryAgain } from "@/lib/queries/directory";
import { readRoleAssignmentsAgain, roleAssignmentsQuery } from "@/lib/queries/role-assignments";
import type { OtherCoverage } from "./other-words";
import type { Reading } from "./use-inventory";

/** What was read beside the inventory, and the way to read it again. */
export type OtherReading = Readonly<{ coverage: OtherCoverage; readAgain: () => void }>;

// The queries themselves hold the error, and the pages show it.
const told = () => undefined;

/** The readings of people and of role assignments, as far as they came: looking at them starts none. */
export function useOtherReadings({ inventory }: Pick<Reading, "inventory">): OtherReading[] {
  const { azure } = useAzure();
  const client = useQueryClient();
  const subscribe = useCallback((listener: () => void) => client.getQueryCache().subscribe(listener), [client]);
  const known = <Data>(look: () => Data) => [subscribe, look, look] as const;
  const directory = useSyncExternalStore(...known(() => latestDirectory(client, azure)));
  const assignments = useSyncExternalStore(
    ...known(() => client.getQueryData<RoleAssignmentsReading>(roleAssignmentsQuery(azure).queryKey)),
  );
  return [
    ...(directory && inventory
      ? [
          {
            coverage: directory.coverage,
            readAgain: () => void readDirectoryAgain(client, azure, inventory).catch(told),
          },
        ]
      : []),
    ...(assignments
      ? [
          {
            coverage: assignments.coverage,
            readAgain: () => void readRoleAssignmentsAgain(client, azure).catch(told),
          },
        ]
      : []),
  ];
}
