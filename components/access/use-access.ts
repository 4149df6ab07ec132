"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useAzure } from "@/components/auth/use-azure";
import { useInventory, type Reading } from "@/components/coverage/use-inventory";
import type { AccessIndex } from "@/lib/domain/access/access-index";
import type { DirectoryReading } from "@/lib/domain/directory-reading";
import type { RoleAssignmentsReading } from "@/lib/domain/role-assignments-reading";
import { accessIn } from "@/lib/queries/access";
import { directoryQuery, readDirectoryAgain } from "@/lib/queries/directory";
import { heldQuery } from "@/lib/queries/held";
import { readRoleAssignmentsAgain, roleAssignmentsQuery } from "@/lib/queries/role-assignments";

export type AccessReading = Readonly<{
  reading: Reading;
  directory: DirectoryReading | undefined;
  assignments: RoleAssignmentsReading | undefined;
  /** undefined until delegations and people have been read once; what was found stays while they are read again. */
  index: AccessIndex | undefined;
  /** More may come: what is not there yet may still appear. */
  isReading: boolean;
  readDirectoryAgain: () => void;
  readAssignmentsAgain: () => void;
}>;

// The queries themselves hold the error, and the pages show it.
const told = () => undefined;

/** What every answer about access stands on: delegations, people and their groups, and the assignments that Azure shows. */
export function useAccess(): AccessReading {
  const { azure } = useAzure();
  const client = useQueryClient();
  const reading = useInventory();
  const { inventory } = reading;
  const isRead = inventory?.coverage.finishedAt !== undefined;
  const held = useQuery(heldQuery(azure)).data;
  const ground = isRead ? inventory : held;
  const directory = useQuery(directoryQuery(azure, ground ?? inventory)).data;
  const assignments = useQuery({ ...roleAssignmentsQuery(azure), enabled: isRead }).data;
  // Members that are still on their way would read as people whom nobody can see.
  const isDirectoryRead = directory?.coverage.finishedAt !== undefined;
  const areAssignmentsRead = assignments?.coverage.finishedAt !== undefined;
  const now =
    ground && isDirectoryRead
      ? accessIn(ground, directory.directory, areAssignmentsRead ? assignments.assignments : undefined)
      : undefined;
  const [index, setIndex] = useState(now);
  if (now && now !== index) setIndex(now);
  return {
    reading,
    directory,
    assignments,
    index,
    isReading: !isRead || !isDirectoryRead || !areAssignmentsRead,
    readDirectoryAgain: () => inventory && void readDirectoryAgain(client, azure, inventory).catch(told),
    readAssignmentsAgain: () => void readRoleAssignmentsAgain(client, azure).catch(told),
  };
}
