import type { Azure } from "@/lib/azure/client";
import { directoryParts, type DirectoryReading } from "@/lib/domain/directory-reading";
import type { PrincipalId } from "@/lib/domain/ids";
import type { Principal, PrincipalKind } from "@/lib/domain/principal";
import { createPartLedger } from "../part-ledger";
import { createPublisher } from "../publisher";
import { watchThrottling } from "../watch-throttling";
import { createDirectoryDraft } from "./directory-draft";
import type { DirectoryPass } from "./directory-pass";
import { expandGroups } from "./expand-groups";
import { endAccounts, readAccounts } from "./read-accounts";
import { readCredentials } from "./read-credentials";
import { endPeople, readPeople } from "./read-people";

export type CollectDirectoryOptions = Readonly<{
  azure: Azure;
  /** Those that grants name. */
  principals: Iterable<PrincipalId>;
  /** An earlier reading. What it found stays until it is read again or known to be gone. */
  since?: DirectoryReading | undefined;
  signal?: AbortSignal | undefined;
  /** Shown what was found so far, at most four times a second, and the end. */
  onProgress?: (reading: DirectoryReading) => void;
  /** Groups with more members than about so many are not read to the end; 20,000 if absent. */
  mostMembers?: number;
}>;

/**
 * Reads from Microsoft Graph who the principals are, who is in the groups among them and in the groups within those, and
 * which accounts are enabled. What Graph does not tell is told in the coverage and never thrown; stopped by the signal,
 * it resolves with what was read so far.
 */
export async function collectDirectory(options: CollectDirectoryOptions): Promise<DirectoryReading> {
  const { azure, principals, since, signal, onProgress, mostMembers = 20_000 } = options;
  const { clock } = azure.graph;
  const ledger = createPartLedger(directoryParts, clock.now, since?.coverage);
  const draft = createDirectoryDraft(since?.directory);
  const snapshot = (): DirectoryReading => ({ directory: draft.snapshot(), coverage: ledger.snapshot() });
  const publisher = createPublisher(() => onProgress?.(snapshot()), clock);
  // Should one read fail for a fault of ours, the others must not go on unheard.
  const stop = new AbortController();
  const pass: DirectoryPass = {
    azure,
    signal: AbortSignal.any([stop.signal, ...(signal ? [signal] : [])]),
    draft,
    ledger,
    changed: () => publisher.changed(),
  };
  const unlisten = watchThrottling(azure, "graph", (wait) => {
    ledger.wait(wait);
    publisher.changed();
  });
  try {
    await read(pass, [...new Set(principals)], mostMembers);
  } catch (error) {
    if (!signal?.aborted) throw error;
  } finally {
    stop.abort();
    unlisten();
    publisher.stop();
  }
  ledger.finish();
  const reading = snapshot();
  onProgress?.(reading);
  return reading;
}

async function read(pass: DirectoryPass, ids: readonly PrincipalId[], mostMembers: number): Promise<void> {
  const { draft, ledger } = pass;
  const people = await readPeople(pass, ids);
  const those = (kind: PrincipalKind) => ids.filter((id) => isOf(kind, draft.principals.get(id)));
  await Promise.all([expandGroups(pass, those("group"), mostMembers), readAccounts(pass, those("user"))]);
  endPeople(pass, people);
  endAccounts(pass);
  await readCredentials(pass, new Set(ids));
  const isAllRead = Object.values(ledger.snapshot().parts).every(({ state }) => state === "complete");
  if (isAllRead) draft.dropStale();
}

const isOf = (kind: PrincipalKind, principal: Principal | undefined): boolean =>
  principal !== undefined && principal.state !== "deleted" && principal.kind === kind;
