import type { InventoryFile } from "@/lib/inventory-file/inventory-file";
import { InventoryFileError, parseInventoryFile } from "@/lib/inventory-file/parse";
import { reportOf } from "../collect/report";
import type { Given } from "../program/command";
import type { Io } from "../program/io";
import { Refused } from "../program/refused";

/** The inventory in the file that was given; without one, Azure's as it is now. @throws {Refused} */
export async function inventoryGiven(given: Given, io: Io): Promise<InventoryFile> {
  const [name] = given.words;
  if (name === undefined) {
    const { readAll } = await import("../azure/read-all");
    const read = await readAll(await io.signIn(given), io);
    io.note(reportOf(read));
    return read;
  }
  const text = io.read(name);
  try {
    return parseInventoryFile(text);
  } catch (error) {
    if (!(error instanceof InventoryFileError)) throw error;
    throw new Refused(`${name}: ${error.path ? `${error.path} ` : ""}${error.message}.`);
  }
}
