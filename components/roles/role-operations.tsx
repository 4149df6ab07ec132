"use client";

import { useState } from "react";
import type { Role } from "@/lib/domain/role";
import {
  effectiveOperations,
  operationNames,
  type KnownOperations,
  type Plane,
} from "@/lib/domain/roles/effective-operations";
import { formatCount } from "@/lib/format";
import { LoadOperations } from "./load-operations";
import { RoleSection } from "./role-section";
import { useOperations } from "./use-operations";

const most = 200;

/** What a role comes to, operation by operation: actions less notActions, entry by entry. */
export function RoleOperations({ role }: { role: Role }) {
  const operations = useOperations();
  const { known } = operations;
  return (
    <RoleSection title="Effective operations">
      <LoadOperations operations={operations}>To list what the patterns come to.</LoadOperations>
      {known && <Listed role={role} known={known} />}
    </RoleSection>
  );
}

function Listed({ role, known }: { role: Role; known: KnownOperations }) {
  const [query, setQuery] = useState("");
  const effective = effectiveOperations(role, known);
  const namesOf = (plane: Plane) => operationNames(effective[plane], known[plane]);
  const [control, data] = [namesOf("control"), namesOf("data")];
  return (
    <>
      <label className="flex max-w-80 items-center gap-2 pb-1">
        <span className="text-ink-2">Filter</span>
        <input
          type="search"
          value={query}
          maxLength={200}
          onChange={(event) => setQuery(event.target.value)}
          className="h-control w-full min-w-0 rounded-sm border border-line-2 bg-surface px-2 hover:border-control"
        />
      </label>
      <Names title="On resources" names={control} of={known.control.names.length} query={query} />
      <Names
        title="On data within them"
        note="They do not count through Azure Lighthouse."
        names={data}
        of={known.data.names.length}
        query={query}
      />
    </>
  );
}

type NamesProps = { title: string; note?: string; names: readonly string[]; of: number; query: string };

function Names({ title, note, names, of, query }: NamesProps) {
  const wanted = query.trim().toLowerCase();
  const found = wanted ? names.filter((name) => name.toLowerCase().includes(wanted)) : names;
  return (
    <div className="pb-2">
      <h3 className="font-[560]">
        {title}{" "}
        <span className="font-[400] text-ink-3">
          {formatCount(names.length)} of {formatCount(of)} known
        </span>
      </h3>
      {note && names.length > 0 && <p className="text-ink-2">{note}</p>}
      {wanted && names.length > 0 && (
        <p role="status" className="text-ink-2">
          {formatCount(found.length)} {found.length === 1 ? "matches" : "match"}
        </p>
      )}
      {found.length > 0 && (
        <ul
          tabIndex={0}
          aria-label={title}
          className="max-h-72 overflow-auto rounded-xs border border-line bg-sunken p-2 font-mono text-sm break-all"
        >
          {found.slice(0, most).map((name) => (
            <li key={name}>{name}</li>
          ))}
          {found.length > most && (
            <li className="font-sans text-ink-2">and {formatCount(found.length - most)} more; filter to see them</li>
          )}
        </ul>
      )}
    </div>
  );
}
