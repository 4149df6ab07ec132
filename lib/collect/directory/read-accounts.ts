import { selects } from "@/lib/azure/directory-facts";
import type { AzureError } from "@/lib/azure/errors";
import type { PrincipalId } from "@/lib/domain/ids";
import { createAsker } from "./ask-each";
import { askFor, counted, endOf, lost, lostTo, type DirectoryPass } from "./directory-pass";

const needs = "User.Read.All";

/**
 * Asks whether accounts are enabled where the answer for many ids left it out, as Graph does by default. Members of
 * groups are not asked for: their list tells it.
 */
export async function readAccounts(pass: DirectoryPass, ids: readonly PrincipalId[]): Promise<void> {
  const { draft, ledger, changed } = pass;
  const open = ids.filter((id) => draft.users.get(id)?.enabled === undefined || !draft.users.isFresh(id));
  const errors = new Map<string, { error: AzureError; count: number }>();
  ledger.begin("accounts");
  ledger.grow("accounts", 0, open.length);
  await createAsker(pass, needs)(
    open,
    (id) => `/users/${id}?$select=${selects.user}`,
    (id, part) => {
      const principal = draft.principals.get(id);
      if ("body" in part && principal) draft.add(principal, part.body);
      else if ("error" in part && part.error.kind === "notFound") draft.put({ id, state: "deleted" });
      else if ("error" in part) {
        const alike = errors.get(part.error.message) ?? { error: part.error, count: 0 };
        errors.set(part.error.message, { ...alike, count: alike.count + 1 });
        return;
      }
      ledger.grow("accounts", 1, 0);
      changed();
    },
  );
  for (const { error, count } of errors.values())
    ledger.problem(lostTo(error, "accounts", { what: accountsOf(count), rows: count }));
}

/** Called when all lists have been read: of some people Graph may have told no more than a name. */
export function endAccounts({ draft, ledger }: DirectoryPass): void {
  const { expected = 0, read } = ledger.account("accounts");
  const failed = expected - read;
  const fresh = [...draft.users.keys()].filter((id) => draft.users.isFresh(id));
  const unknown = fresh.filter((id) => draft.users.get(id)?.enabled === undefined).length;
  const silent = Math.max(0, unknown - failed);
  if (silent > 0)
    ledger.problem(
      lost("accounts", {
        kind: "refused",
        what: accountsOf(silent),
        why: "Microsoft Graph shows you names only. An account that is disabled reaches nothing.",
        fix: askFor(needs),
        rows: silent,
      }),
    );
  ledger.end("accounts", endOf(failed + silent, fresh.length - unknown, undefined));
}

const accountsOf = (count: number) => `Whether ${counted(count, "account")} ${count === 1 ? "is" : "are"} enabled`;
