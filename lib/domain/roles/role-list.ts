import { parseJson, JsonError } from "../json/parse-json";
import { jsonPath, kindWords, placeOf, type JsonNode } from "../json/node";
import { roleId } from "../ids";
import type { Permission, Role } from "../role";
import { owner, userAccessAdministrator } from "./delegability";

/** Role definitions as somebody saved them; `oneOfSeveral`: the file says itself that there is more. */
export type RoleList = Readonly<{
  roles: readonly Role[];
  oneOfSeveral: boolean;
  /** It has the roles that nobody leaves out who lists all of them. What it does not have, Azure does not have. */
  isWhole: boolean;
}>;

/** Why a file is no list of roles; `path` is empty where the text is no JSON at all. */
export class RoleListError extends Error {
  override readonly name = "RoleListError";
  constructor(
    readonly line: number,
    readonly path: string,
    message: string,
  ) {
    super(message);
  }
}

/**
 * Reads what `az role definition list` prints, what ARM answers (`{ value: [...] }`), or a plain list of
 * `{ id, roleName, permissions }`. Of a role that occurs twice the first counts. @throws {RoleListError}
 */
export function parseRoleList(text: string): RoleList {
  const fail = (node: { at: number }, path: readonly (string | number)[], message: string): never => {
    throw new RoleListError(placeOf(text, node.at).line, jsonPath(path), message);
  };

  const root = rootOf(text);
  const value = memberOf(root, "value");
  const list = value ?? root;
  const at = value ? ["value"] : [];
  if (list.kind !== "array")
    return fail(
      list,
      at,
      `should be a list of role definitions, or an object with one in "value"; it is ${kindWords(list)}`,
    );

  const roles = new Map<string, Role>();
  list.items.forEach((node, index) => {
    const role = toRole(node, [...at, index]);
    if (!roles.has(role.id)) roles.set(role.id, role);
  });
  const link = memberOf(root, "nextLink");
  const oneOfSeveral = link?.kind === "string" && link.value !== "";
  const isWhole = !oneOfSeveral && roles.size >= fewest && inEveryList.every((id) => roles.has(id));
  return { roles: [...roles.values()], oneOfSeveral, isWhole };

  function toRole(node: JsonNode, path: readonly (string | number)[]): Role {
    if (node.kind !== "object") return fail(node, path, `should be a role definition, is ${kindWords(node)}`);
    const properties = memberOf(node, "properties");
    const inner = properties?.kind === "object" ? properties : node;
    const innerPath = inner === node ? path : [...path, "properties"];
    const idNode = node.members.get("id") ?? node.members.get("name");
    const id = idNode?.kind === "string" ? roleId(idNode.value) : undefined;
    if (!id)
      return fail(idNode ?? node, [...path, "id"], `should be a role's GUID or resource id, is ${kindWords(idNode)}`);
    const name = memberOf(inner, "roleName");
    if (name?.kind !== "string")
      return fail(name ?? inner, [...innerPath, "roleName"], `should be a string, is ${kindWords(name)}`);
    const permissions = memberOf(inner, "permissions");
    if (permissions?.kind !== "array")
      return fail(
        permissions ?? inner,
        [...innerPath, "permissions"],
        `should be a list, is ${kindWords(permissions)}`,
      );
    const description = memberOf(inner, "description");
    return {
      id,
      name: name.value,
      description: description?.kind === "string" ? description.value : undefined,
      kind: isCustom(node, inner) ? "custom" : "builtIn",
      permissions: permissions.items.map((one, index) => toPermission(one, [...innerPath, "permissions", index])),
    };
  }

  function toPermission(node: JsonNode, path: readonly (string | number)[]): Permission {
    if (node.kind !== "object") return fail(node, path, `should be an object, is ${kindWords(node)}`);
    if (!lists.some((name) => node.members.has(name)))
      return fail(node, path, `should have one of ${lists.join(", ")}`);
    const patterns = (name: string): readonly string[] => {
      const found = node.members.get(name);
      if (!found || found.kind === "null") return [];
      if (found.kind !== "array") return fail(found, [...path, name], `should be a list, is ${kindWords(found)}`);
      return found.items.map((item, index) =>
        item.kind === "string"
          ? item.value
          : fail(item, [...path, name, index], `should be a string, is ${kindWords(item)}`),
      );
    };
    return {
      actions: patterns("actions"),
      notActions: patterns("notActions"),
      dataActions: patterns("dataActions"),
      notDataActions: patterns("notDataActions"),
    };
  }
}

// Azure has had more than 300 built-in roles for years; a shorter list is somebody's choice.
const fewest = 300;
const inEveryList: readonly string[] = [
  owner,
  userAccessAdministrator,
  "b24988ac-6180-42a0-ab88-20f7382dd24c", // Contributor
  "acdd72a7-3385-48ef-bd42-f606fba81ae7", // Reader
];

const lists = ["actions", "notActions", "dataActions", "notDataActions"] as const;

function rootOf(text: string): JsonNode {
  try {
    return parseJson(text);
  } catch (error) {
    if (error instanceof JsonError) throw new RoleListError(placeOf(text, error.at).line, "", error.message);
    throw error;
  }
}

const memberOf = (node: JsonNode, name: string): JsonNode | undefined =>
  node.kind === "object" ? node.members.get(name) : undefined;

// The CLI says it in roleType, ARM in properties.type; `type` is also the resource's own type.
const isCustom = (...nodes: readonly JsonNode[]): boolean =>
  nodes.some((node) =>
    ["roleType", "type"].some((name) => {
      const member = memberOf(node, name);
      return member?.kind === "string" && member.value.toLowerCase() === "customrole";
    }),
  );
