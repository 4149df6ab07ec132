import { renameSync, writeFileSync, openSync, closeSync, rmSync } from "node:fs";
import type { InventoryFile } from "@/lib/inventory-file/inventory-file";
import { inventoryFileText } from "@/lib/inventory-file/write";
import { readAll } from "../azure/read-all";
import { azureManual, azureOptions } from "../azure/options";
import type { Command, ExitCode } from "../program/command";
import type { Io } from "../program/io";
import { Refused, WrongUsage } from "../program/refused";
import { completenessOf, type Completeness } from "./completeness";
import { reportOf } from "./report";

const exitCodes: Readonly<Record<Completeness, ExitCode>> = { complete: 0, partial: 1, failed: 2 };

export const collect: Command = {
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
Reads delegations, offers, subscriptions, roles, people and groups of the managing tenant, and how many of the customers'
resources run as a managed identity, as far as the login may see them, and writes them to a file that "fresnel findings"
and "fresnel reach" read. What cannot be seen is written to the file as well, and told on standard error: counts while it
reads, then how much of each was read, and each gap with what to do.

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
    const file = await readAll(await io.signIn(given), io);
    io.note(reportOf(file));
    const completeness = completenessOf(file);
    if (completeness === "failed") throw new Refused("nothing could be read, so nothing was written.");
    write(file, out, io);
    io.note(`fresnel: ${completeness === "complete" ? "complete" : "partial: not everything could be seen"}.`);
    return exitCodes[completeness];
  },
};

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
