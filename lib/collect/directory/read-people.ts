import { readPrincipals } from "@/lib/azure/directory";
import { selects } from "@/lib/azure/directory-facts";
import type { AzureError } from "@/lib/azure/errors";
import type { PrincipalId } from "@/lib/domain/ids";
import { askFor, counted, endOf, lost, lostTo, type DirectoryPass } from "./directory-pass";

/** How many ids could not be asked for, and the first reason. */
export type PeopleRead = Readonly<{ failed: number; error: AzureError | undefined }>;

/** Finds out who stands behind the ids that grants name, and what comes along with their names. */
export async function readPeople(pass: DirectoryPass, ids: readonly PrincipalId[]): Promise<PeopleRead> {
  const { azure, draft, ledger, signal, changed } = pass;
  ledger.begin("principals");
  ledger.grow("principals", 0, ids.length);
  const { unread } = await readPrincipals(azure, ids, {
    signal,
    select: selects,
    onRecord: draft.add,
    onPrincipals(principals) {
      principals.forEach(draft.put);
      ledger.grow("principals", principals.length, 0);
      changed();
    },
  });
  for (const { ids, error } of unread)
    ledger.problem(lostTo(error, "principals", { what: namesOf(ids.length), rows: ids.length }));
  return { failed: unread.reduce((sum, { ids }) => sum + ids.length, 0), error: unread[0]?.error };
}

/** Called when all lists have been read: those that Graph shows by nothing but an id count as not read. */
export function endPeople({ draft, ledger }: DirectoryPass, { failed, error }: PeopleRead): void {
  const fresh = [...draft.principals.values()].filter(({ id }) => draft.principals.isFresh(id));
  const hidden = fresh.filter(({ state }) => state === "unreadable").length;
  if (hidden > 0) ledger.problem(notShown(hidden));
  ledger.end("principals", endOf(failed + hidden, fresh.length - hidden, error));
}

const notShown = (count: number) =>
  lost("principals", {
    kind: "refused",
    what: namesOf(count),
    why: "Microsoft Graph does not show them to you, so that nobody can tell a group from a person, or whether they still exist.",
    fix: askFor("Directory.Read.All"),
    rows: count,
  });

const namesOf = (count: number) => `Who ${counted(count, "principal")} ${count === 1 ? "is" : "are"}`;
