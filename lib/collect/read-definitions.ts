import type { AzureError } from "@/lib/azure/errors";
import { definitionParser } from "@/lib/azure/managed-services/to-domain";
import type { SourceState } from "@/lib/domain/coverage";
import type { ArmId, SubscriptionId } from "@/lib/domain/ids";
import { breathe } from "./breathe";
import { malformedProblems } from "./loss";
import type { Pass } from "./pass";
import { problem, problemOf, stateOf } from "./problem";
import { definitionsNamedQuery, definitionsQuery, unassignedDefinitionsQuery } from "./queries";
import { readTable, type TableRead } from "./read-table";

/** As many definitions are asked for by name; more are had sooner by reading them all. */
const mostByName = 200;

/** Definitions that no delegation brings, in a part of the estate, or in all that may be read where no subscriptions are named. */
export type UnassignedDefinitions = Readonly<{
  ids: ReadonlySet<ArmId>;
  read: TableRead;
  subscriptions: readonly SubscriptionId[] | undefined;
}>;

/** Reads the definitions that no delegation brings: their offers were accepted, and nothing is delegated by them now. */
export async function readUnassignedDefinitions(
  pass: Pass,
  subscriptions?: readonly SubscriptionId[],
): Promise<UnassignedDefinitions> {
  const ids = new Set<ArmId>();
  const read = await readTable(pass, {
    query: unassignedDefinitionsQuery,
    row: definitionParser,
    add(definition) {
      ids.add(definition.id);
      pass.draft.addDefinition(definition);
    },
    ...(subscriptions && { subscriptions }),
  });
  return { ids, read, subscriptions };
}

/** Reads the definitions that are known to exist and have not come, and gives them to the delegations they belong to. */
export async function readDefinitions(
  pass: Pass,
  unassigned: readonly UnassignedDefinitions[],
  delegations: readonly TableRead[],
): Promise<SourceState> {
  const { draft, ledger } = pass;
  const named = new Set([...unassigned.flatMap(({ ids }) => [...ids]), ...referencedIds(pass)]);
  const isUnread = (id: ArmId) => !draft.definitions.isFresh(id);
  const progress = (expected: number) => {
    const read = draft.definitions.freshCount();
    ledger.count("definitions", read, Math.max(read, expected));
  };
  progress(named.size);
  const reads = unassigned.map(({ read }) => read);
  if (reads.some(({ isCancelled }) => isCancelled)) return "cancelled";
  await breathe();

  // A delegation that did not come may have brought a definition that nothing else names: then all of them are read.
  const isAllNamed = [...reads, ...delegations].every(isWhole);
  const missing = [...named].filter(isUnread);
  if (isAllNamed && missing.length === 0) return end(reads, 0);
  const isByName = isAllNamed && missing.length <= mostByName;
  const contents = await Promise.all(
    unassigned.map(({ subscriptions }) =>
      readTable(pass, {
        query: isByName ? definitionsNamedQuery(missing.map(nameOf)) : definitionsQuery,
        row: definitionParser,
        add(definition) {
          named.add(definition.id);
          draft.addDefinition(definition);
        },
        tally: () => progress(named.size),
        ...(subscriptions && { subscriptions }),
      }),
    ),
  );
  const counted = isByName ? 0 : contents.reduce((sum, { expected }) => sum + (expected ?? 0), 0);
  return end(contents, Math.max(0, counted - named.size));

  /** `unnamed`: definitions that were counted, and of which not even the id is known. */
  async function end(last: readonly TableRead[], unnamed: number): Promise<SourceState> {
    await breathe();
    draft.joinDefinitions();
    if (last.some(({ isCancelled }) => isCancelled)) return "cancelled";
    const lost = [...named].filter(isUnread).length + unnamed;
    progress(draft.definitions.freshCount() + lost);
    return conclude(pass, last, lost);
  }
}

const isWhole = ({ losses, unreadable, isCancelled }: TableRead): boolean =>
  losses.length === 0 && unreadable === 0 && !isCancelled;

function referencedIds({ draft }: Pass): ArmId[] {
  const ids = new Set<ArmId>();
  for (const delegation of draft.delegations.values())
    if (draft.delegations.isFresh(delegation.id)) ids.add(delegation.definitionId);
  return [...ids];
}

const nameOf = (id: ArmId) => id.slice(id.lastIndexOf("/") + 1).replace(/[^0-9a-f-]/g, "");

function conclude({ draft, ledger }: Pass, reads: readonly TableRead[], lost: number): SourceState {
  const error = reads.flatMap(({ losses }) => losses)[0]?.error;
  let unreadable = 0;
  for (const read of reads) {
    const some = Math.min(lost - unreadable, read.unreadable);
    unreadable += some;
    ledger.problem(...malformedProblems("definitions", "offers", { ...read, unreadable: some }));
  }
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
