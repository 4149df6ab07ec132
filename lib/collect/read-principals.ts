import type { AzureError } from "@/lib/azure/errors";
import type { SourceState } from "@/lib/domain/coverage";
import type { PrincipalId } from "@/lib/domain/ids";
import type { Principal } from "@/lib/domain/principal";
import { later } from "./later";
import type { Pass } from "./pass";
import { asAzureError, problem, problemOf, stateOf } from "./problem";

const source = "principals";

/** Looks up who stands behind the ids that offers to us name, approvers included; each id once. Its source has begun. */
export function createPrincipalReading(pass: Pass) {
  const { azure, draft, ledger, signal, changed } = pass;
  const asked = new Set<PrincipalId>();
  const errors: AzureError[] = [];
  let hidden = 0;

  const named = (): PrincipalId[] => {
    const ids = new Set<PrincipalId>();
    for (const definition of draft.definitions.values()) {
      if (definition.managingTenant !== azure.tenant) continue;
      for (const { principal } of definition.authorizations) ids.add(principal);
      for (const { principal, policy } of definition.eligibleAuthorizations) {
        ids.add(principal);
        for (const approver of policy.approvers) ids.add(approver.principal);
      }
    }
    return [...ids].filter((id) => !asked.has(id));
  };

  /** One that does not show itself this time is who it was. */
  const keep = (principal: Principal) => {
    const known = draft.principals.get(principal.id);
    const isLess = principal.state === "unreadable" && known?.state === "found";
    draft.principals.set(principal.id, isLess ? known : principal);
  };

  const fail = (ids: readonly PrincipalId[], error: AzureError) => {
    errors.push(error);
    ledger.problem(problemOf(error, { source, what: namesOf(ids.length), rows: ids.length }));
  };

  const ended = (): SourceState => {
    if (signal.aborted) return "cancelled";
    const [error] = errors;
    if (hidden === 0 && !error) return "complete";
    const isNobodyKnown = ledger.account(source).read === hidden;
    if (!isNobodyKnown) return "partial";
    return error ? stateOf(error) : "refused";
  };

  return {
    /** Those that the definitions read so far name, and that were not asked for before. */
    async read(): Promise<void> {
      const ids = signal.aborted ? [] : named();
      if (ids.length === 0) return;
      for (const id of ids) asked.add(id);
      ledger.grow(source, 0, ids.length);
      try {
        const { readPrincipals } = await later("graph", () => import("@/lib/azure/directory"));
        const { principals, unread } = await readPrincipals(azure, ids, {
          signal,
          onPrincipals(found) {
            for (const principal of found) keep(principal);
            ledger.grow(source, found.length, 0);
            changed();
          },
        });
        hidden += principals.filter(({ state }) => state === "unreadable").length;
        for (const { ids, error } of unread) fail(ids, error);
      } catch (error) {
        if (!signal.aborted) fail(ids, asAzureError(error));
      }
    },

    end() {
      if (hidden > 0) ledger.problem(notShown(hidden));
      if (errors.length === 0 && !signal.aborted) draft.principals.dropStale();
      ledger.grow(source, 0, 0);
      ledger.end(source, ended());
    },
  };
}

const namesOf = (count: number) => (count === 1 ? "The name of 1 principal" : `The names of ${count} principals`);

const notShown = (count: number) =>
  problem({
    source,
    kind: "refused",
    what: namesOf(count),
    why: "Microsoft Graph does not show them to you. The offers' own labels are shown in their place.",
    fix: "Ask an administrator of your tenant to consent to Directory.Read.All.",
  });
