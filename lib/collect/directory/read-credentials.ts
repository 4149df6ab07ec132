import { applicationPath } from "@/lib/azure/applications";
import { readPrincipals } from "@/lib/azure/directory";
import { credentialsIn } from "@/lib/azure/directory-facts";
import type { AzureError } from "@/lib/azure/errors";
import type { PrincipalId } from "@/lib/domain/ids";
import { createAsker } from "./ask-each";
import { askFor, counted, endOf, lost, lostTo, type DirectoryPass } from "./directory-pass";

const needs = "Application.Read.All";

/**
 * Reads which keys and passwords service principals have. Those that came as members of groups are asked for together;
 * applications, which hold most credentials, one by one and only for `named`, those that grants name themselves.
 */
export async function readCredentials(pass: DirectoryPass, named: ReadonlySet<PrincipalId>): Promise<void> {
  const { azure, draft, ledger, signal, changed } = pass;
  const ids = [...draft.servicePrincipals.keys()].filter((id) => draft.servicePrincipals.isFresh(id));
  ledger.begin("credentials");
  ledger.grow("credentials", 0, ids.length);

  const bare = ids.filter((id) => !draft.hasOwnCredentials(id) && !named.has(id));
  await readPrincipals(azure, bare, { signal, onRecord: draft.add, onlyTogether: true });
  changed();

  const errors: AzureError[] = [];
  const ours = [...draft.applications].filter(
    ([id, { home }]) => named.has(id) && home === azure.tenant && isApplication(pass, id),
  );
  await createAsker(pass, needs)(
    ours,
    ([, { appId }]) => applicationPath(appId),
    ([id], part) => {
      if ("body" in part) draft.putApplication(id, credentialsIn(part.body) ?? []);
      // A service principal may outlive its application: then there is nothing more to know.
      else if (part.error.kind === "notFound") draft.putApplication(id, []);
      else errors.push(part.error);
      changed();
    },
  );

  const dark = ids.filter((id) => draft.servicePrincipals.get(id)?.type === undefined).length;
  const [first] = errors;
  if (first) ledger.problem(lostTo(first, "credentials", { what: keysOf(errors.length), rows: errors.length }));
  if (dark > 0) ledger.problem(notShown(dark));
  const notRead = errors.length + dark;
  ledger.grow("credentials", ids.length - notRead, 0);
  ledger.end("credentials", endOf(notRead, ids.length - notRead, first));
}

const notShown = (count: number) =>
  lost("credentials", {
    kind: "refused",
    what: keysOf(count),
    why: "Microsoft Graph shows you no more than that they exist.",
    fix: askFor(needs),
    rows: count,
  });

const keysOf = (count: number) => `The keys and passwords of ${counted(count, "service principal")}`;

const isApplication = ({ draft }: DirectoryPass, id: PrincipalId) =>
  draft.servicePrincipals.get(id)?.type === "application";
