import { renameSync, writeFileSync, openSync, closeSync, rmSync } from "node:fs";
import type { Azure } from "@/lib/azure/client";
import { AzureError } from "@/lib/azure/errors";
import { listProviderOperations } from "@/lib/azure/operations";
import { collect as collectInventory } from "@/lib/collect/collect";
import { collectDirectory } from "@/lib/collect/directory/collect-directory";
import { collectRoleAssignments } from "@/lib/collect/role-assignments/collect-role-assignments";
import { namedPrincipals } from "@/lib/domain/named-principals";
import type { InventoryFile } from "@/lib/inventory-file/inventory-file";
import { inventoryFileText } from "@/lib/inventory-file/write";
import { azureManual, azureOptions } from "../azure/options";
import type { Command, ExitCode } from "../program/command";
import type { Io } from "../program/io";
import { Refused, WrongUsage } from "../program/refused";
import { version } from "../program/version";
import { completenessOf, type Completeness } from "./completeness";
import { createProgress } from "./progress";
import { reportOf } from "./report";

const exitCodes: Readonly<Record<Completeness, ExitCode>> = { complete: 0, partial: 1, failed: 2 };

export const collect: Command = {
  name: "collect",
  summary: "read everything that is delegated into an inventory file",
  usage: "--out <file>",
  mostWords: 0,
  options: {
    out: { type: "string", value: "file", help: 'Where to write the inventory; "-" is standard output.' },
    ...azureOptions,
  },
  manual: [
    {
      heading: "What it does",
      text: `
Reads delegations, offers, subscriptions, roles, people and groups of the managing tenant as far as the login may see them,
and writes them to a file that "fresnel findings" and "fresnel reach" read. What cannot be seen is written to the file as
well, and told on standard error: counts while it reads, then how much of each was read, and each gap with what to do.

  AZURE_TENANT_ID=… AZURE_CLIENT_ID=… AZURE_CLIENT_SECRET=… fresnel collect --out inventory.json

The file holds what the offers say and the names of people and customers. It holds no secret. It is only complete when the
command has ended: until then it has another name.`,
    },
    azureManual,
    {
      heading: "Exit codes",
      text: `
- 0: complete: every source was read to its end and every subscription answered.
- 1: partial: the file was written, and names what could not be seen.
- 2: failed: not signed in, nothing could be read, or the file could not be written.`,
    },
  ],
  async run(given, io) {
    const out = given.text("out");
    if (out === undefined) throw new WrongUsage("fresnel collect needs --out <file>.");
    const azure = await io.signIn(given);
    const file = await read(azure, io);
    io.note(reportOf(file));
    const completeness = completenessOf(file);
    if (completeness === "failed") throw new Refused("nothing could be read, so nothing was written.");
    write(file, out, io);
    io.note(`fresnel: ${completeness === "complete" ? "complete" : "partial: not everything could be seen"}.`);
    return exitCodes[completeness];
  },
};

/** Stopped by the keyboard, it ends with what was read so far. */
async function read(azure: Azure, io: Io): Promise<InventoryFile> {
  const stop = new AbortController();
  const onStop = () => stop.abort();
  process.once("SIGINT", onStop);
  const progress = createProgress(io, Date.now);
  const { signal } = stop;
  try {
    const inventory = await collectInventory({
      azure,
      signal,
      onProgress: ({ coverage }) => progress.show(coverage.sources, coverage.throttled),
    });
    const [directory, roleAssignments, operations] = await Promise.all([
      collectDirectory({
        azure,
        signal,
        principals: namedPrincipals(inventory).keys(),
        onProgress: ({ coverage }) => progress.show(coverage.parts, coverage.throttled),
      }),
      collectRoleAssignments({ azure, signal }),
      operationsOf(azure, signal, io),
    ]);
    return {
      collectedAt: Date.now(),
      program: version,
      cloud: azure.cloud.name,
      inventory,
      directory,
      roleAssignments,
      operations,
    };
  } finally {
    progress.end();
    process.removeListener("SIGINT", onStop);
  }
}

/** Only rules about what Azure adds need them: without them these cannot judge, and say so. */
async function operationsOf(azure: Azure, signal: AbortSignal, io: Io): Promise<InventoryFile["operations"]> {
  try {
    const { operations } = await listProviderOperations(azure, undefined, signal);
    return operations.map(({ name, isDataAction }) => ({ name, isDataAction }));
  } catch (error) {
    if (!(error instanceof AzureError)) throw error;
    io.note(`not seen: the operations that Azure publishes: ${error.message}`);
    return undefined;
  }
}

function write(file: InventoryFile, out: string, io: Io): void {
  if (out === "-") {
    for (const piece of inventoryFileText(file)) io.out(piece);
    return;
  }
  const path = io.path(out);
  const unfinished = `${path}.partial`;
  try {
    const handle = openSync(unfinished, "w", 0o600);
    try {
      for (const piece of inBlocks(inventoryFileText(file))) writeFileSync(handle, piece);
    } finally {
      closeSync(handle);
    }
    renameSync(unfinished, path);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw new Refused(`${out} cannot be written: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

const blockLength = 1 << 20;

function* inBlocks(pieces: Iterable<string>): Generator<string> {
  let block = "";
  for (const piece of pieces) {
    block += piece;
    if (block.length < blockLength) continue;
    yield block;
    block = "";
  }
  yield block;
}
