import type { RoleDefinition, RolePermission } from "../world";

/**
 * One permissions entry in short: operations separated by blanks, where `Microsoft.Compute:` puts itself before the
 * operations that follow until the next such word. Operations before the first one stand for themselves.
 */
type EntryText = {
  actions?: string;
  notActions?: string;
  dataActions?: string;
  notDataActions?: string;
  condition?: string;
  conditionVersion?: string;
};
export type RoleText = EntryText & {
  id: string;
  name: string;
  does: string;
  /** Further permissions entries, for the few roles that have more than one. */
  also?: readonly EntryText[];
};

function operations(text = ""): string[] {
  let prefix = "";
  const found: string[] = [];
  for (const word of text.split(/\s+/)) {
    if (word.endsWith(":")) prefix = `${word.slice(0, -1)}/`;
    else if (word !== "") found.push(prefix + word);
  }
  return found;
}

const permission = (entry: EntryText): RolePermission => ({
  actions: operations(entry.actions),
  notActions: operations(entry.notActions),
  dataActions: operations(entry.dataActions),
  notDataActions: operations(entry.notDataActions),
  ...(entry.condition !== undefined && { condition: entry.condition }),
  ...(entry.conditionVersion !== undefined && { conditionVersion: entry.conditionVersion }),
});

export const builtInRole = (text: RoleText): RoleDefinition => ({
  id: `/providers/Microsoft.Authorization/roleDefinitions/${text.id}`,
  name: text.id,
  type: "Microsoft.Authorization/roleDefinitions",
  properties: {
    roleName: text.name,
    description: text.does,
    type: "BuiltInRole",
    permissions: [permission(text), ...(text.also ?? []).map(permission)],
    assignableScopes: ["/"],
    createdOn: "2015-02-02T21:55:09.8806423Z",
    updatedOn: "2025-11-11T20:13:30.6241823Z",
    createdBy: null,
    updatedBy: null,
  },
});
