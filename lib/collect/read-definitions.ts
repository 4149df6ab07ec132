import type { AzureError } from "@/lib/azure/errors";
import { definitionParser } from "@/lib/azure/managed-services/to-domain";
import { MalformedRecord, type Parse } from "@/lib/azure/wire";
import type { SourceState } from "@/lib/domain/coverage";
import { armId, type ArmId, type SubscriptionId } from "@/lib/domain/ids";
import { breathe } from "./breathe";
import { malformedProblems } from "./loss";
import type { Pass } from "./pass";
import { problem, problemOf, stateOf } from "./problem";
import { definitionIdsQuery, definitionsNamedQuery, definitionsQuery } from "./queries";
import { readTable, type TableRead } from "./read-table";

/** As many definitions are asked for by name; more are had sooner by reading them all. */
const mostByName = 200;

export type KnownDefinitions = Readonly<{ ids: ReadonlySet<ArmId>; read: TableRead }>;

const idRow: Parse<ArmId> = (raw) => {
  const id =
    typeof raw === "object" && raw !== null && "id" in raw && typeof raw.id === "string" ? armId(raw.id) : undefined;
  if (!id) throw new MalformedRecord("id", "is no resource id");
  return id;
};

/** Which definitions there are. Nearly all of them come within the assignments, so that their contents are not asked for. */
export async function readDefinitionIds(
  pass: Pass,
  subscriptions?: readonly SubscriptionId[],
): Promise<KnownDefinitions> {
  const ids = new Set<ArmId>();
  const scope = subscriptions && { subscriptions };
  const read = await readTable(pass, {
    query: definitionIdsQuery,
    row: idRow,
    add: (id) => void ids.add(id),
    ...scope,
  });
  return { ids, read };
}

/** Reads the definitions that did not come within an assignment, and gives them to those they belong to. */
export async function readDefinitions(pass: Pass, known: readonly KnownDefinitions[]): Promise<SourceState> {
  const { draft, ledger } = pass;
  const wanted = wantedIds(pass, known);
  const counted = known.reduce((sum, { read }) => sum + (read.expected ?? read.kept), 0);
  const isListWhole = known.every(({ read }) => read.losses.length === 0 && read.unreadable === 0);
  const progress = (expected: number) => {
    const read = draft.definitions.freshCount();
    ledger.count("definitions", read, Math.max(read, expected));
  };
  progress(Math.max(wanted.size, counted));
  if (known.some(({ read }) => read.isCancelled)) return "cancelled";
  await breathe();

  const missing = [...wanted].filter((id) => !draft.definitions.isFresh(id));
  const isByName = isListWhole && missing.length <= mostByName;
  const contents =
    missing.length > 0 || !isListWhole
      ? await readTable(pass, {
          query: isByName ? definitionsNamedQuery(missing.map(nameOf)) : definitionsQuery,
          row: definitionParser,
          add: draft.addDefinition,
          tally: () => progress(Math.max(wanted.size, counted)),
        })
      : undefined;
  await breathe();
  draft.joinDefinitions();
  if (contents?.isCancelled) return "cancelled";

  const last = contents ?? known[0]?.read;
  const lost = [...wanted].filter((id) => !draft.definitions.isFresh(id)).length;
  const unnamed = isByName || !contents ? 0 : Math.max(0, (contents.expected ?? counted) - contents.kept - lost);
  progress(draft.definitions.freshCount() + lost + unnamed);
  return conclude(pass, last, lost + unnamed);
}

function wantedIds({ draft }: Pass, known: readonly KnownDefinitions[]): ReadonlySet<ArmId> {
  const ids = new Set(known.flatMap(({ ids }) => [...ids]));
  for (const delegation of draft.delegations.values())
    if (draft.delegations.isFresh(delegation.id)) ids.add(delegation.definitionId);
  return ids;
}

const nameOf = (id: ArmId) => id.slice(id.lastIndexOf("/") + 1).replace(/[^0-9a-f-]/g, "");

function conclude({ draft, ledger }: Pass, last: TableRead | undefined, lost: number): SourceState {
  const error = last?.losses[0]?.error;
  const unreadable = Math.min(lost, last?.unreadable ?? 0);
  if (last) ledger.problem(...malformedProblems("definitions", "offers", { ...last, unreadable }));
  if (lost === 0 && !error) {
    draft.definitions.dropStale();
    return "complete";
  }
  const rows = Math.max(0, lost - unreadable - draft.definitions.staleCount());
  if (rows > 0 || error) ledger.problem(lostOffers(rows, error));
  return error && draft.definitions.freshCount() === 0 ? stateOf(error) : "partial";
}

function lostOffers(rows: number, error: AzureError | undefined) {
  const source = "definitions";
  const what = rows === 0 ? "Offers; how many is not known" : rows === 1 ? "1 offer" : `${rows} offers`;
  if (error) return problemOf(error, { source, what, rows });
  return problem({
    source,
    kind: "missing",
    what,
    why: "Delegations name them, but Azure shows no such registration definition: they lie where you have no right to read.",
    fix: "Ask the customer for the role Reader on the whole subscription.",
    rows,
  });
}
