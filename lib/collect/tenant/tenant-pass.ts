import type { Azure } from "@/lib/azure/client";
import type { AzureError } from "@/lib/azure/errors";
import type { PrincipalId } from "@/lib/domain/ids";
import type { PartProblem } from "@/lib/domain/reading-coverage";
import type { ApplicationSought, NotRead, Ownership, TenantFacts, TenantPart } from "@/lib/domain/tenant-facts";
import type { PartLedger } from "../part-ledger";
import { problemOf } from "../problem";

/** One run: whom it asks, and where it writes. */
export type TenantPass = Readonly<{
  azure: Pick<Azure, "arm" | "graph" | "tenant">;
  signal: AbortSignal;
  ledger: PartLedger<TenantPart>;
  draft: {
    owners: Map<PrincipalId, Ownership>;
    applications: Map<PrincipalId, ApplicationSought>;
    rootRoles: TenantFacts["rootRoles"];
  };
}>;

export const notRead = ({ message, fix, permission }: AzureError): NotRead => ({
  state: "unreadable",
  why: message,
  fix: fix ?? (permission && `Ask for the permission ${permission}.`),
});

export const lostTo = (error: AzureError, part: TenantPart, lost: { what: string; rows: number }) =>
  ({ ...problemOf(error, { source: "principals", ...lost }), source: part }) satisfies PartProblem<TenantPart>;
