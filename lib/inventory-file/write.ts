import { encode } from "./codec";
import { collections, inventoryFormat, type InventoryFile } from "./inventory-file";

/** Stands for the definition that the collection of definitions has: it is written once. */
export const sameAsListed = "listed";

/**
 * The text of an inventory file, in pieces: an estate can be larger than what one string should hold. Each record stands in
 * a line of its own.
 */
export function* inventoryFileText(file: InventoryFile): Generator<string> {
  const { inventory, directory, tenant, roleAssignments, identities, operations, collectedAt, program, cloud } = file;
  const { format, version } = inventoryFormat;
  const head = { format, version, collectedAt: new Date(collectedAt).toISOString(), program, cloud };
  yield JSON.stringify({ ...head, managingTenant: inventory.managingTenant }).slice(0, -1);
  for (const name of collections) {
    yield `,\n"${name}":[`;
    yield* records(inventory[name].values(), (record) =>
      isDelegation(record)
        ? { ...record, definition: isListed(record, file) ? sameAsListed : record.definition }
        : record,
    );
    yield "\n]";
  }
  yield `,\n"coverage":${written(inventory.coverage)}`;
  yield `,\n"directory":${written(directory)}`;
  yield `,\n"tenant":${written(tenant)}`;
  yield `,\n"roleAssignments":${written(roleAssignments)}`;
  yield `,\n"identities":${written(identities)}`;
  yield `,\n"operations":${written(operations?.map(({ name, isDataAction }) => [name, isDataAction]))}`;
  yield "}\n";
}

const written = (value: unknown) => JSON.stringify(encode(value));

function* records(values: Iterable<object>, toRecord: (value: object) => unknown): Generator<string> {
  let isFirst = true;
  for (const value of values) {
    yield `${isFirst ? "" : ","}\n${written(toRecord(value))}`;
    isFirst = false;
  }
}

type Delegation = { definitionId: never; definition: unknown };

const isDelegation = (record: object): record is Delegation => "definitionId" in record;

const isListed = ({ definitionId, definition }: Delegation, { inventory }: InventoryFile): boolean =>
  definition !== undefined && inventory.definitions.get(definitionId) === definition;
