"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useRef } from "react";
import { useAzure } from "@/components/auth/use-azure";
import { useInventory } from "@/components/coverage/use-inventory";
import { createAssessor, type Assessor } from "@/lib/queries/assess";
import { directoryQuery } from "@/lib/queries/directory";
import { findingsFailed, findingsQuery, type FindingSources } from "@/lib/queries/findings";
import { heldQuery } from "@/lib/queries/held";
import { identitiesQuery } from "@/lib/queries/identities";
import { keepReading, type KeptReadings } from "@/lib/queries/kept-readings";
import { operationsQuery } from "@/lib/queries/operations";
import { roleAssignmentsQuery } from "@/lib/queries/role-assignments";
import { tenantQuery } from "@/lib/queries/tenant";

const national = new Set(["AzureUSGovernment", "AzureChinaCloud"]);

/** Shows nothing: judges what was read, again whenever more was, for all screens. `isUrgent`: somebody waits for it. */
export function FindingsReader({ isUrgent }: { isUrgent: boolean }) {
  const { azure, policy } = useAzure();
  const client = useQueryClient();
  const { inventory: current } = useInventory();
  const isRead = current?.coverage.finishedAt !== undefined;
  const held = useQuery(heldQuery(azure)).data;
  const inventory = isRead ? current : (held ?? current);
  const people = useQuery(directoryQuery(azure, inventory));
  const given = useQuery({ ...roleAssignmentsQuery(azure), enabled: isRead });
  const directory = people.data?.coverage.finishedAt === undefined ? undefined : people.data.directory;
  const assignments = given.data?.coverage.finishedAt === undefined ? undefined : given.data.assignments;
  const tenantAsked = tenantQuery(azure, inventory, people.data);
  const asked = useQuery({ ...tenantAsked, enabled: isRead && tenantAsked.enabled === true });
  const resources = useQuery(identitiesQuery(azure, inventory));
  // Of 12 MB, and so only once a page about roles has fetched them.
  const operations = useQuery({ ...operationsQuery(azure), enabled: false }).data?.operations;
  const tenant = asked.data?.facts;
  const identities = resources.data?.identities;
  // What failed altogether is not on its way: it was not read, and findings say so.
  const isPartial =
    (!isRead && !held) ||
    (!directory && !people.isError) ||
    (!assignments && !given.isError) ||
    (!identities && !resources.isError) ||
    (directory !== undefined && !tenant && !asked.isError);

  useKept("directory", people.data, isRead);
  useKept("roleAssignments", given.data, isRead);
  useKept("tenant", asked.data, isRead);
  useKept("identities", resources.data, isRead);

  const assessor = useRef<Assessor>(undefined);
  useEffect(() => {
    const { queryKey } = findingsQuery(azure);
    const own = createAssessor(
      (findings) => {
        // What was judged as a whole stays on screen until the whole is judged again.
        const before = client.getQueryData(queryKey);
        if (findings.of.isPartial && before && !before.of.isPartial) return;
        client.setQueryData(queryKey, findings);
      },
      (error) => findingsFailed(client, azure, error),
    );
    assessor.current = own;
    return own.stop;
  }, [azure, client]);
  const sources = useMemo<FindingSources | undefined>(
    () =>
      inventory && {
        inventory,
        directory,
        assignments,
        tenant,
        identities,
        operations,
        hasEligible: !national.has(azure.cloud.name),
        policy,
        isPartial,
      },
    [inventory, directory, assignments, tenant, identities, operations, azure, policy, isPartial],
  );
  useEffect(() => {
    if (!sources) return;
    const before = client.getQueryData(findingsQuery(azure).queryKey);
    if (before && isSame(before.of, sources)) return;
    assessor.current?.assess(sources, isUrgent);
  }, [azure, client, sources, isUrgent]);
  return null;
}

/** Keeps a reading of this visit for the next one. */
function useKept<Name extends keyof KeptReadings>(
  name: Name,
  reading: KeptReadings[Name] | undefined,
  isRead: boolean,
) {
  const { azure } = useAzure();
  useEffect(() => {
    if (reading && isRead) keepReading(azure, name, reading);
  }, [azure, name, reading, isRead]);
}

const isSame = (one: FindingSources, other: FindingSources): boolean =>
  one.inventory === other.inventory &&
  one.directory === other.directory &&
  one.assignments === other.assignments &&
  one.tenant === other.tenant &&
  one.identities === other.identities &&
  one.operations === other.operations &&
  one.isPartial === other.isPartial;
