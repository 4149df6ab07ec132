import type { RoleList } from "@/lib/domain/roles/role-list";
import { parseRoleList, RoleListError } from "@/lib/domain/roles/role-list";
import type { Io } from "../program/io";
import { Refused } from "../program/refused";

export type Roles = Pick<RoleList, "roles" | "isWhole">;

/** The roles in a file, in its order. @throws {Refused} with path and line */
export function rolesInFile(name: string, io: Pick<Io, "read" | "note">): Roles {
  const { roles, oneOfSeveral, isWhole } = listIn(name, io);
  if (oneOfSeveral)
    io.note(`fresnel: ${name} is one page of several (it has a nextLink); roles on others are unknown.`);
  if (roles.length === 0) io.note(`fresnel: ${name} holds no role.`);
  return { roles, isWhole };
}

function listIn(name: string, io: Pick<Io, "read">) {
  const text = io.read(name);
  try {
    return parseRoleList(text);
  } catch (error) {
    if (!(error instanceof RoleListError)) throw error;
    const { line, path, message } = error;
    throw new Refused(`${name}:${line}: ${path ? `${path} ` : "this is no JSON: "}${message}.`);
  }
}
