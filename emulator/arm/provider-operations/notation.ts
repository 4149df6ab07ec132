/**
 * A namespace in short. Each line is a resource type (`.` for the namespace itself), perhaps the word `data`, the
 * letters r, w and d for read, write and delete (or `-`), and the names of actions. A type may have several lines.
 */
export type NamespaceText = { name: string; displayName: string; types: string };

export type Operation = {
  name: string;
  displayName: string;
  description: string;
  origin: string;
  properties: null;
  isDataAction: boolean;
};
export type ResourceType = { name: string; displayName: string; operations: Operation[] };
export type ProviderOperations = {
  id: string;
  name: string;
  type: "Microsoft.Authorization/providerOperations";
  displayName: string;
  resourceTypes: ResourceType[];
  operations: Operation[];
};

const verbs = { r: ["read", "Read"], w: ["write", "Create or update"], d: ["delete", "Delete"] } as const;

/** Writes a namespace out as ARM lists it. Names of operations are Azure's, the sentences beside them are not. */
export function providerOperations({ name, displayName, types }: NamespaceText): ProviderOperations {
  const operations: Operation[] = [];
  const byType = new Map<string, ResourceType>();
  for (const line of types.trim().split("\n")) {
    const [typeName = "", ...rest] = line.trim().split(/\s+/);
    const isDataAction = rest[0] === "data";
    const [letters = "-", ...actions] = isDataAction ? rest.slice(1) : rest;
    const found = operationsOf(name, typeName, letters, actions, isDataAction);
    if (typeName === ".") {
      operations.push(...found);
      continue;
    }
    const type = byType.get(typeName) ?? { name: typeName, displayName: spoken(typeName), operations: [] };
    type.operations.push(...found);
    byType.set(typeName, type);
  }
  return {
    id: `/providers/Microsoft.Authorization/providerOperations/${name}`,
    name,
    type: "Microsoft.Authorization/providerOperations",
    displayName,
    resourceTypes: [...byType.values()],
    operations,
  };
}

function operationsOf(
  namespace: string,
  type: string,
  letters: string,
  actions: readonly string[],
  isDataAction: boolean,
): Operation[] {
  const base = type === "." ? namespace : `${namespace}/${type}`;
  const what = type === "." ? namespace : spoken(type);
  const operation = (name: string, displayName: string): Operation => ({
    name: `${base}/${name}`,
    displayName,
    description: `${displayName}.`,
    origin: "user,system",
    properties: null,
    isDataAction,
  });
  return [
    ...Object.entries(verbs).flatMap(([letter, [verb, words]]) =>
      letters.includes(letter) ? [operation(verb, `${words} ${what}`)] : [],
    ),
    ...actions.map((action) => operation(`${action}/action`, `${spoken(action)} (${what})`)),
  ];
}

/** `virtualMachines/runCommands` → `Virtual Machines Run Commands` */
const spoken = (name: string): string =>
  name
    .split("/")
    .flatMap((part) => part.replace(/([a-z])(?=[A-Z])/g, "$1 ").split(" "))
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(" ");
