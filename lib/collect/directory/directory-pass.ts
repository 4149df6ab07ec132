import type { Azure } from "@/lib/azure/client";
import type { AzureError } from "@/lib/azure/errors";
import type { SourceState } from "@/lib/domain/coverage";
import type { DirectoryPart } from "@/lib/domain/directory-reading";
import type { PartProblem } from "@/lib/domain/reading-coverage";
import type { PartLedger } from "../part-ledger";
import { problem, problemOf, stateOf } from "../problem";
import type { DirectoryDraft } from "./directory-draft";
import { written } from "../written";

/** One run over Microsoft Graph: whom it asks, where it writes, and whom it tells that something changed. */
export type DirectoryPass = Readonly<{
  azure: Pick<Azure, "graph" | "tenant">;
  signal: AbortSignal;
  draft: DirectoryDraft;
  ledger: PartLedger<DirectoryPart>;
  changed: () => void;
}>;

type Lost = Readonly<{ what: string; rows: number }>;

/** What an error of Azure's cost, in words of the part that it hit. */
export const lostTo = (error: AzureError, part: DirectoryPart, lost: Lost): PartProblem<DirectoryPart> => ({
  ...problemOf(error, { source: "principals", ...lost }),
  source: part,
});

type Facts = Lost & Readonly<{ kind: PartProblem<DirectoryPart>["kind"]; why: string; fix: string | undefined }>;

export const lost = (part: DirectoryPart, facts: Facts): PartProblem<DirectoryPart> => ({
  ...problem({ source: "principals", ...facts }),
  source: part,
});

export const askFor = (permission: string) => `Ask an administrator of your tenant to consent to ${permission}.`;

/** How a part ended of which so many were not read. */
export function endOf(lostCount: number, read: number, error: AzureError | undefined): SourceState {
  if (lostCount === 0) return "complete";
  if (read > 0) return "partial";
  return error ? stateOf(error) : "refused";
}

/** "1 group", "2,310 groups". */
export const counted = (count: number, noun: string): string => `${written(count)} ${noun}${count === 1 ? "" : "s"}`;
