"use client";

import { useState } from "react";
import { OperationName } from "@/components/ui/operation-name";
import { PanelSection } from "@/components/ui/side-panel";
import { evidenceOf } from "@/lib/domain/findings/evidence/explain";
import { holdersOf } from "@/lib/domain/findings/evidence/holders";
import { givesWords } from "@/lib/domain/roles/catalogue/gives";
import type { Assessment } from "@/lib/domain/findings/engine/assessment";
import type { FindingRow } from "@/lib/domain/findings/rows/finding-rows";
import type { PrincipalId } from "@/lib/domain/ids";
import { formatCounted } from "@/lib/format";
import { EvidenceChain } from "./evidence-chain";
import { LinkTo } from "./link-to";
import { HoldersList } from "./holders-list";

type Props = { row: FindingRow; assessment: Assessment };

/** The chain from one of the people to one of the scopes, and all who hold it. */
export function EvidenceSection({ row, assessment }: Props) {
  const { finding } = row;
  const holders = holdersOf(finding, assessment);
  const [person, setPerson] = useState<PrincipalId | undefined>(
    () => holders.people.find(({ carries }) => carries === "yes")?.principal,
  );
  const { chain, operations, facts } = evidenceOf(finding, assessment, {
    ...(person !== undefined && { person }),
    ...(row.delegations[0] && { scope: row.delegations[0].scope }),
  });
  return (
    <>
      {(chain.length > 0 || facts.length > 0) && (
        <PanelSection title="Evidence">
          <EvidenceChain chain={chain} row={row} assessment={assessment} />
          {operations.length > 1 && (
            <details className="pb-2">
              <summary className="text-ink-2 hover:text-ink max-sm:py-3">
                {formatCounted(operations.length, "operation")} of this kind
              </summary>
              <ul
                className="max-h-64 overflow-auto max-sm:max-h-none [&_li]:py-0.5"
                tabIndex={0}
                aria-label="Operations"
              >
                {operations.map(({ operation, gives }) => (
                  <li key={operation}>
                    <OperationName text={operation} />{" "}
                    <span className="text-sm text-ink-2">gives {givesWords[gives]}</span>
                  </li>
                ))}
              </ul>
            </details>
          )}
          {facts.length > 0 && (
            <dl className="grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)] gap-x-3 gap-y-1 pb-2 [&_dt]:break-words [&_dt]:text-ink-2">
              {facts.map(({ label, value }, at) => (
                <div key={at} className="contents">
                  <dt>{label}</dt>
                  <dd className="min-w-0 break-words">
                    {typeof value === "string" ? (
                      <bdi>{value}</bdi>
                    ) : (
                      <LinkTo link={value} row={row} assessment={assessment} />
                    )}
                  </dd>
                </div>
              ))}
            </dl>
          )}
        </PanelSection>
      )}
      {holders.named.length > 0 && (
        <HoldersList row={row} holders={holders} assessment={assessment} chosen={person} onChoose={setPerson} />
      )}
    </>
  );
}
