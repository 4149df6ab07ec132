"use client";

import { createPortal } from "react-dom";
import { scopeText } from "@/components/access/grant-cells";
import { grantedRoleText } from "@/components/access/grant-columns";
import { Moment } from "@/components/ui/ago";
import { Foreign } from "@/components/ui/foreign";
import type { LeaverRow } from "@/lib/domain/access/leaver-rows";
import type { Freshness } from "@/lib/export/sheet";
import { formatCounted } from "@/lib/format";
import { accessText } from "./leaver-spec";
import { givesWords, holderText, removalWords } from "./leaver-words";

type Props = { name: string; id: string; rows: readonly LeaverRow[]; unseen: string; freshness: Freshness };

/** The leaver check on paper: every row, dark on light, with what it does not know. */
export const LeaverSheet = (props: Props) => createPortal(<Sheet {...props} />, document.body);

const customerOf = ({ grant }: LeaverRow): string => grant.customerName ?? grant.customer;

const heads = ["Customer", "Scope", "Role", "Grant", "Through", "Gives now", "What removes it"];

function Sheet({ name, id, rows, unseen, freshness }: Props) {
  const sorted = [...rows].sort((one, other) => (customerOf(one) < customerOf(other) ? -1 : 1));
  return (
    <section className="print-sheet" aria-label="Leaver check">
      <h1>
        Leaver check: <Foreign text={name} />
      </h1>
      <p>
        Object id {id}. {formatCounted(rows.length, "grant")} to end.{" "}
        {freshness.asOf && (
          <>
            As of <Moment at={Date.parse(freshness.asOf)} />.
          </>
        )}{" "}
        {freshness.coverage}
      </p>
      <p>{unseen}</p>
      <table>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
            <th scope="col">Done</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map((row) => (
            <tr key={row.grant.grant}>
              <td>
                <Foreign text={customerOf(row)} />
              </td>
              <td>
                <Foreign text={scopeText(row.grant)} />
              </td>
              <td>
                <Foreign text={grantedRoleText(row)} />
              </td>
              <td>{accessText(row)}</td>
              <td>
                <Foreign text={holderText(row)} />
              </td>
              <td>{givesWords(row)}</td>
              <td>
                <Foreign text={removalWords(row)} limit={400} />
              </td>
              <td>☐</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
