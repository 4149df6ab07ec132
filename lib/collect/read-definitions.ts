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

/** Which definitions there are in a part of the estate, or in all that may be read where no subscriptions are named. */
export type KnownDefinitions = Readonly<{
  ids: ReadonlySet<ArmId>;
  read: TableRead;
  subscriptions: readonly SubscriptionId[] | undefined;
}>;

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
  return { ids, read, subscriptions };
}

/** Reads the definitions that did not come within an assignment, and gives them to those they belong to. */
export async function readDefinitions(pass: Pass, known: readonly KnownDefinitions[]): Promise<SourceState> {
  const { draft, ledger } = pass;
  const listed = new Set(known.flatMap(({ ids }) => [...ids]));
  const referenced = referencedIds(pass).filter((id) => !listed.has(id));
  const isUnread = (id: ArmId) => !draft.definitions.isFresh(id);
  const counted = known.reduce((sum, { read }) => sum + (read.expected ?? read.kept), 0);
  const progress = (expected: number) => {
    const read = draft.definitions.freshCount();
    ledger.count("definitions", read, Math.max(read, expected));
  };
  progress(Math.max(listed.size + referenced.length, counted));
  if (known.some(({ read }) => read.isCancelled)) return "cancelled";
  await breathe();

  const contents = await Promise.all(
    known.map((part, index) => {
      const missing = [...part.ids, ...(index === 0 ? referenced : [])].filter(isUnread);
      return readContents(pass, part, missing, () => progress(ledger.account("definitions").expected ?? 0));
    }),
  );
  await breathe();
  draft.joinDefinitions();
  if (contents.some(({ last }) => last.isCancelled)) return "cancelled";

  const lost = [...listed, ...referenced].filter(isUnread).length;
  const unnamed = contents.reduce((sum, part) => sum + part.unnamed, 0);
  progress(draft.definitions.freshCount() + lost + unnamed);
  return conclude(
    pass,
    contents.map(({ last }) => last),
    lost + unnamed,
  );
}

/** `unnamed`: definitions that were counted, and of which not even the id is known. */
type Contents = Readonly<{ last: TableRead; unnamed: number }>;

async function readContents(
  pass: Pass,
  { ids, read, subscriptions }: KnownDefinitions,
  missing: readonly ArmId[],
  tally: () => void,
): Promise<Contents> {
  const isListWhole = read.losses.length === 0 && read.unreadable === 0;
  if (missing.length === 0 && isListWhole) return { last: read, unnamed: 0 };
  const isByName = isListWhole && missing.length <= mostByName;
  const seen = new Set(ids);
  const last = await readTable(pass, {
    query: isByName ? definitionsNamedQuery(missing.map(nameOf)) : definitionsQuery,
    row: definitionParser,
    add(definition) {
      seen.add(definition.id);
      pass.draft.addDefinition(definition);
    },
    tally,
    ...(subscriptions && { subscriptions }),
  });
  return { last, unnamed: isByName ? 0 : Math.max(0, (last.expected ?? read.expected ?? 0) - seen.size) };
}

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
