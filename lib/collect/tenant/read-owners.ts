import { AzureError } from "@/lib/azure/errors";
import type { BatchPath, Part } from "@/lib/azure/graph-batch";
import { recordsPage } from "@/lib/azure/group-members";
import { groupOwnerLists, servicePrincipalOwnerLists, type OwnerList } from "@/lib/azure/owner-lists";
import type { Directory } from "@/lib/domain/directory";
import type { PrincipalId } from "@/lib/domain/ids";
import type { Principal } from "@/lib/domain/principal";
import { createAsker, type Asker } from "../directory/ask-each";
import { counted, endOf } from "../directory/directory-pass";
import { lostTo, notRead, type TenantPass } from "./tenant-pass";

/** What is known so far of who owns one group or application. */
type Reading = { id: PrincipalId; owners: Map<PrincipalId, Principal>; pages: number; error: AzureError | undefined };
type Request = Readonly<{ reading: Reading; path: BatchPath; records: OwnerList["records"] }>;

/** A list of owners fits on one page; one that goes on and on is not followed for ever. */
const mostPages = 20;

/** Reads who owns the directory's groups, nested ones among them, and its applications. Managed identities have no owner. */
export async function readOwners(
  pass: TenantPass,
  { groups, servicePrincipals }: Pick<Directory, "groups" | "servicePrincipals">,
): Promise<void> {
  const { ledger, draft } = pass;
  const readings: Reading[] = [];
  const requests = new Map<string, Request[]>();
  const ask = (id: PrincipalId, lists: readonly OwnerList[]) => {
    const reading: Reading = { id, owners: new Map(), pages: 0, error: undefined };
    readings.push(reading);
    for (const { path, needs, records } of lists) {
      const alike = requests.get(needs);
      if (alike) alike.push({ reading, path, records });
      else requests.set(needs, [{ reading, path, records }]);
    }
  };
  for (const id of groups.keys()) ask(id, groupOwnerLists(id));
  for (const [id, { type }] of servicePrincipals)
    if (type !== "managedIdentity") ask(id, servicePrincipalOwnerLists(id));

  ledger.begin("owners");
  ledger.grow("owners", 0, readings.length);
  await Promise.all([...requests].map(([needs, open]) => readAll(pass, createAsker(pass, needs), open)));

  const failed = readings.flatMap(({ error }) => error ?? []);
  for (const { id, owners, error } of readings)
    draft.owners.set(id, error ? notRead(error) : { state: "read", owners: [...owners.values()] });
  const [first] = failed;
  if (first)
    ledger.problem(
      lostTo(first, "owners", {
        what: `The owners of ${counted(failed.length, "principal")}`,
        rows: failed.length,
      }),
    );
  ledger.grow("owners", readings.length - failed.length, 0);
  ledger.end("owners", endOf(failed.length, readings.length - failed.length, first));
}

async function readAll({ azure: { graph } }: TenantPass, askEach: Asker, first: readonly Request[]): Promise<void> {
  for (let open = first; open.length > 0;) {
    const next: Request[] = [];
    await askEach(
      open,
      ({ path }) => path,
      ({ reading, records }, part) => {
        const path = take(reading, part, (body) => recordsPage(graph, records, body));
        if (path !== undefined) next.push({ reading, path, records });
      },
    );
    open = next;
  }
}

/** Takes in a page, and gives the path of the next. */
function take(reading: Reading, part: Part, pageOf: (body: unknown) => ReturnType<typeof recordsPage>) {
  if ("error" in part) {
    reading.error ??= part.error;
    return undefined;
  }
  try {
    const { records, malformed, next } = pageOf(part.body);
    for (const record of records) if (record) reading.owners.set(record.principal.id, record.principal);
    reading.pages += 1;
    const isEndless = next !== undefined && reading.pages > mostPages;
    if (malformed.length > 0 || isEndless)
      throw unreadable(isEndless ? "does not end" : "holds records that cannot be read");
    return next;
  } catch (error) {
    if (!(error instanceof AzureError)) throw error;
    reading.error ??= error;
    return undefined;
  }
}

const unreadable = (what: string) =>
  new AzureError({ kind: "malformed", service: "graph", message: `Microsoft Graph: a list of owners ${what}.` });
