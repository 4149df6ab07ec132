"use client";

import { Suspense } from "react";
import { Foreign } from "@/components/ui/foreign";
import { lazily } from "@/components/ui/lazily";
import type { RoleRow } from "@/lib/domain/access/role-rows";
import { formatCount, formatCounted } from "@/lib/format";
import { LoadOperations } from "./load-operations";
import { OperationSuggestions } from "./operation-suggestions";
import type { SearchedRole } from "./role-spec";
import { useOperations } from "./use-operations";

const SmallestRolesList = lazily(async () => (await import("./smallest-roles-list")).SmallestRolesList);

type Props = {
  text: string;
  /** The operations in it. */
  asked: readonly string[];
  /** The roles that allow some of them. */
  rows: readonly SearchedRole[];
  all: readonly RoleRow[];
  onSearch: (text: string) => void;
};

/** The search the other way: from operations to the roles that allow them. */
export function OperationSearch({ text, asked, rows, all, onSearch }: Props) {
  const operations = useOperations();
  const { known } = operations;
  return (
    <section aria-label="Find roles by operation" className="shrink-0 border-b border-line px-5 py-2 max-sm:px-4">
      <div className="flex flex-wrap items-start gap-x-3 gap-y-1">
        <label className="flex min-w-0 grow items-start gap-2 sm:max-w-160">
          <span className="shrink-0 pt-1.5 text-ink-2">Allows operation</span>
          <textarea
            value={text}
            rows={Math.min(4, Math.max(text.split("\n").length, Math.ceil(text.length / 60), 1))}
            maxLength={2000}
            spellCheck={false}
            placeholder="Microsoft.Storage/storageAccounts/listKeys/action"
            onChange={(event) => onSearch(event.target.value)}
            className="field-sizing-content max-h-24 min-h-control max-sm:min-h-touch w-full min-w-0 resize-y rounded-sm border border-line-2 bg-surface px-2 py-1 font-mono text-sm hover:border-control"
          />
        </label>
        <p className="pt-1.5 text-sm text-ink-3">One a line or with commas between; a star stands for anything.</p>
      </div>
      {known && <OperationSuggestions text={text} known={known} onSearch={onSearch} />}
      {asked.length > 0 && (
        <>
          <p role="status" className="pt-1 text-ink-2">
            <Found asked={asked} rows={rows} />
          </p>
          {known ? (
            <Suspense fallback={null}>
              <SmallestRolesList asked={asked} all={all} known={known} />
            </Suspense>
          ) : (
            <LoadOperations operations={operations}>
              To suggest names and to rank the smallest roles by what they allow beyond this.
            </LoadOperations>
          )}
        </>
      )}
    </section>
  );
}

function Found({ asked, rows }: Pick<Props, "asked" | "rows">) {
  const whole = rows.filter(({ allowed }) => allowed.filter(({ extent }) => extent === "all").length === asked.length);
  const delegable = whole.filter(({ standing }) => standing.answer === "yes" || standing.answer === "disputed");
  const what = asked.length === 1 ? <Foreign text={asked[0] ?? ""} className="font-mono text-sm" /> : "all of these";
  if (rows.length === 0)
    return asked.length === 1 ? <>No role allows {what} on resources.</> : "No role allows any of these on resources.";
  return (
    <>
      {formatCounted(whole.length, "role")} {whole.length === 1 ? "allows" : "allow"} {what}
      {whole.length > 0 && `; Azure Lighthouse delegates ${formatCount(delegable.length)} of them`}.
      {rows.length > whole.length &&
        ` ${formatCounted(rows.length - whole.length, "other")} ${rows.length - whole.length === 1 ? "allows" : "allow"} a part.`}
    </>
  );
}
