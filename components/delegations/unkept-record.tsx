"use client";

import { useQuery } from "@tanstack/react-query";
import { useAzure } from "@/components/auth/use-azure";
import { Foreign } from "@/components/ui/foreign";
import { RecordDetails } from "@/components/ui/record-details";
import type { ArmId } from "@/lib/domain/ids";
import { formatJson } from "@/lib/format";
import { recordQuery } from "@/lib/queries/record";

/** The record of what an earlier visit read, which kept no records: Azure is asked for this one. */
export function UnkeptRecord({ id }: { id: ArmId }) {
  const { azure } = useAzure();
  const { data, error } = useQuery(recordQuery(azure, id));
  if (data !== undefined) return <RecordDetails text={formatJson(data)} />;
  return (
    <p className="pb-3 text-ink-2">
      {error ? (
        <>
          The record was not kept in this browser, and could not be read. <Foreign text={error.message} limit={400} />
        </>
      ) : (
        "Reading the record"
      )}
    </p>
  );
}
