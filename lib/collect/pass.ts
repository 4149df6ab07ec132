import type { Azure } from "@/lib/azure/client";
import type { SourceName } from "@/lib/domain/coverage";
import type { Draft } from "./draft";
import type { Ledger } from "./ledger";

/** One run over Azure: whom it asks, where it writes, and whom it tells that something changed. */
export type Pass = Readonly<{
  azure: Azure;
  signal: AbortSignal;
  draft: Draft;
  ledger: Ledger;
  /** An urgent change is shown at once, any other within a quarter of a second. */
  changed: (isUrgent?: boolean) => void;
  reads: ReadonlySet<SourceName>;
}>;
