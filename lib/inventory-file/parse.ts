import type { ArmId } from "@/lib/domain/ids";
import type { Definition } from "@/lib/domain/definition";
import type { Delegation } from "@/lib/domain/delegation";
import { jsonPath, placeOf } from "@/lib/domain/json/node";
import { JsonError, parseJson } from "@/lib/domain/json/parse-json";
import { CodecError, decode } from "./codec";
import { collections, inventoryFormat, type InventoryFile } from "./inventory-file";
import { expectShape } from "./shape";
import { sameAsListed } from "./write";

/** Why a text is no inventory that can be read; `path` is empty where it is not about one place. */
export class InventoryFileError extends Error {
  override readonly name = "InventoryFileError";
  constructor(
    readonly path: string,
    message: string,
  ) {
    super(message);
  }
}

/** Reads what `inventoryFileText` wrote. @throws {InventoryFileError} */
export function parseInventoryFile(text: string): InventoryFile {
  const root = rootOf(text);
  try {
    return toFile(root);
  } catch (error) {
    if (error instanceof CodecError) throw new InventoryFileError(jsonPath(error.path), error.message);
    throw error;
  }
}

type Root = Readonly<Record<string, unknown>>;

function rootOf(text: string): Root {
  let root: unknown;
  try {
    root = JSON.parse(text);
  } catch {
    throw new InventoryFileError("", whyNoJson(text));
  }
  const { format, version } = (typeof root === "object" && root !== null ? root : {}) as Root;
  if (format !== inventoryFormat.format)
    throw new InventoryFileError(
      "$.format",
      `should be ${JSON.stringify(inventoryFormat.format)}: this is no inventory`,
    );
  if (version !== inventoryFormat.version)
    throw new InventoryFileError(
      "$.version",
      `is ${JSON.stringify(version)}, and this program reads version ${inventoryFormat.version}: collect the inventory again, or use the program that wrote it`,
    );
  return root as Root;
}

const most = 20_000_000;

function whyNoJson(text: string): string {
  const end = text.trimEnd();
  if (end === "") return "the file is empty";
  if (end.startsWith("{") && !end.endsWith("}"))
    return `the file ends in the middle, in line ${placeOf(end, end.length).line}: it was cut off`;
  if (text.length > most) return "the file is cut off or damaged: it is no JSON";
  try {
    parseJson(text);
  } catch (error) {
    if (error instanceof JsonError)
      return `the file is cut off or damaged: line ${placeOf(text, error.at).line}: ${error.message}`;
    throw error;
  }
  return "the file is no JSON";
}

function toFile(root: Root): InventoryFile {
  const file = decode(Object.fromEntries(Object.entries(root).filter(([name]) => !headNames.has(name)))) as Root;
  expectShape({ ...root, ...file });
  const listed = Object.fromEntries(
    collections.map((name) => [name, new Map((file[name] as { id: string }[]).map((one) => [one.id, one]))]),
  ) as Record<(typeof collections)[number], Map<never, never>>;
  const definitions = listed.definitions as ReadonlyMap<ArmId, Definition>;
  const delegations = new Map(
    [...(listed.delegations as ReadonlyMap<ArmId, Delegation>)].map(([id, delegation]) => [
      id,
      (delegation.definition as unknown) === sameAsListed
        ? { ...delegation, definition: definitions.get(delegation.definitionId) }
        : delegation,
    ]),
  );
  const operations = file["operations"] as readonly [string, boolean][] | undefined;
  return {
    collectedAt: Date.parse(root["collectedAt"] as string),
    program: root["program"] as string,
    cloud: root["cloud"] as string,
    inventory: {
      ...listed,
      managingTenant: root["managingTenant"] as InventoryFile["inventory"]["managingTenant"],
      delegations,
      coverage: file["coverage"] as InventoryFile["inventory"]["coverage"],
    },
    directory: file["directory"] as InventoryFile["directory"],
    tenant: file["tenant"] as InventoryFile["tenant"],
    roleAssignments: file["roleAssignments"] as InventoryFile["roleAssignments"],
    identities: file["identities"] as InventoryFile["identities"],
    operations: operations?.map(([name, isDataAction]) => ({ name, isDataAction })),
  };
}

const headNames = new Set(["format", "version", "collectedAt", "program", "cloud", "managingTenant"]);
