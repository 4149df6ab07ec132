"use client";

import { useMemo } from "react";
import { Foreign } from "@/components/ui/foreign";
import { Fetched } from "@/components/ui/fetched";
import { lazily } from "@/components/ui/lazily";
import type { RoleRow } from "@/lib/domain/access/role-rows";
import type { OperationSearch as Search } from "@/lib/domain/roles/operation-search";
import { planeNotes } from "@/lib/domain/roles/plane-notes";
import { formatCount, formatCounted } from "@/lib/format";
import { LoadOperations } from "./load-operations";
import { OperationNames } from "./operation-names";
import { OperationSuggestions } from "./operation-suggestions";
import type { SearchedRole } from "./role-spec";
import type { Operations } from "./use-operations";

const SmallestRolesList = lazily(async () => (await import("./smallest-roles-list")).SmallestRolesList);

type Props = {
  text: string;
  /** The operations in it. */
  search: Search;
  operations: Operations;
  /** The roles that allow some of them. */
  rows: readonly SearchedRole[];
  all: readonly RoleRow[];
  onSearch: (text: string) => void;
};

/** The search the other way: from operations to the roles that allow them. */
export function OperationSearch({ text, search: { asked, refused }, operations, rows, all, onSearch }: Props) {
  const { known } = operations;
  const onResources = useMemo(
    () => asked.flatMap(({ operation, plane }) => (plane === "control" ? operation : [])),
    [asked],
  );
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
      {(refused.length > 0 || asked.length > 0) && (
        <div role="status" className="grid grid-cols-[minmax(0,1fr)] gap-1 pt-1 text-ink-2">
          {refused.length > 0 && <Refused names={refused} />}
          {asked.length > 0 && (
            <p>
              <Found asked={asked} rows={rows} />
            </p>
          )}
          {planeNotes(asked).map(({ words, operations: named }) => (
            <p key={words} className="text-stale-text">
              {words}: <OperationNames names={named} />
            </p>
          ))}
        </div>
      )}
      {known
        ? onResources.length > 0 && (
            <Fetched>
              <SmallestRolesList asked={onResources} all={all} known={known} />
            </Fetched>
          )
        : text.trim() !== "" && (
            <LoadOperations operations={operations}>
              To suggest names, to tell which are data actions, and to rank the smallest roles by what they allow
              beyond.
            </LoadOperations>
          )}
    </section>
  );
}

const Refused = ({ names }: { names: readonly string[] }) => (
  <p className="text-sev-high-text">
    Left out, as {names.length === 1 ? "it is no operation" : "they are no operations"}:{" "}
    <OperationNames names={names} />. An operation names a provider, a type and what is done with it, and stars may
    stand for parts.
  </p>
);

function Found({ asked, rows }: Pick<Search, "asked"> & Pick<Props, "rows">) {
  const whole = rows.filter(({ allowed }) => allowed.filter(({ extent }) => extent === "all").length === asked.length);
  const delegable = whole.filter(({ standing }) => standing.answer === "yes" || standing.answer === "disputed");
  const [first] = asked;
  const what =
    asked.length === 1 ? (
      <Foreign text={first?.operation ?? ""} className="font-mono text-sm break-all" />
    ) : (
      "all of these"
    );
  if (rows.length === 0) {
    if (asked.length > 1) return "No role allows any of these.";
    return (
      <>
        No role allows {what} on {first?.plane === "data" ? "data" : "resources"}.
      </>
    );
  }
  return (
    <>
      {formatCounted(whole.length, "role")} {whole.length === 1 ? "allows" : "allow"} {what}
      {whole.length > 0 &&
        `; Azure Lighthouse delegates ${delegable.length === 0 ? "none" : formatCount(delegable.length)} of them`}
      .
      {rows.length > whole.length &&
        ` ${formatCounted(rows.length - whole.length, "other")} ${rows.length - whole.length === 1 ? "allows" : "allow"} a part.`}
    </>
  );
}
