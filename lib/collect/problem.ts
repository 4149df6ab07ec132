import { AzureError } from "@/lib/azure/errors";
import type { Problem, ProblemKind, SourceName, SourceState } from "@/lib/domain/coverage";

type Facts = Pick<Problem, "source" | "kind" | "what" | "why"> & Partial<Problem>;

export const problem = (facts: Facts): Problem => ({
  fix: undefined,
  rows: 0,
  subscription: undefined,
  code: undefined,
  correlationId: undefined,
  ...facts,
});

const kinds: Partial<Record<AzureError["kind"], ProblemKind>> = {
  refused: "refused",
  throttled: "throttled",
  malformed: "cut",
  network: "unreachable",
};

export const problemKind = ({ kind }: AzureError): ProblemKind => kinds[kind] ?? "failed";

/** A read that ended in an error, named with Azure's own code and the id that Azure's support asks for. */
export const problemOf = (
  error: AzureError,
  facts: Pick<Problem, "source" | "what"> & Partial<Pick<Problem, "rows" | "subscription">>,
): Problem =>
  problem({
    kind: problemKind(error),
    why: [error.message, ...error.details.map(({ message }) => message)].filter(Boolean).join(" ").slice(0, 2000),
    fix: error.fix ?? (error.permission && `Ask for the permission ${error.permission}.`),
    code: error.code ?? (error.kind === "signInRequired" ? error.kind : undefined),
    correlationId: error.correlationId,
    ...facts,
  });

/** How a source ended whose only read ended in this error. */
export function stateOf(error: AzureError): SourceState {
  if (error.kind === "cancelled") return "cancelled";
  if (error.kind === "refused" || error.kind === "throttled") return error.kind;
  return "failed";
}

/** What lib/azure throws for a reason of Azure's. Anything else is a fault of ours, which must not pass for one of Azure's. */
export function asAzureError(error: unknown): AzureError {
  if (error instanceof AzureError) return error;
  throw error;
}

export const sourceTitles: Readonly<Record<SourceName, string>> = {
  assignments: "Delegations",
  definitions: "Offers",
  subscriptions: "Subscriptions",
  tenants: "Customer names",
  roles: "Roles",
  principals: "Names of principals",
};
