import { AzureError } from "@/lib/azure/errors";
import { rolesInFile, type Roles } from "../files/role-file";
import type { Given, Option } from "../program/command";
import type { Io } from "../program/io";
import { Refused } from "../program/refused";

export const definitionsOption: Option = {
  type: "string",
  value: "file",
  help: 'Role definitions: what "az role definition list" prints, what Azure Resource Manager answers ({"value": [...]}), or a plain list of {id, roleName, permissions}. "-" is standard input. Without it Azure is asked.',
};

/** The roles of the file that was given, or else Azure's own. @throws {Refused} */
export async function rolesGiven(given: Given, io: Io): Promise<Roles> {
  const name = given.text("definitions");
  return name === undefined ? rolesOfAzure(given, io) : rolesInFile(name, io);
}

async function rolesOfAzure(given: Given, io: Io): Promise<Roles> {
  try {
    const azure = await io.signIn(given);
    const [{ listRoles }, { all }] = await Promise.all([
      import("@/lib/azure/authorization"),
      import("@/lib/azure/paging"),
    ]);
    const { items, malformed } = await all(listRoles(azure));
    if (malformed.length > 0) io.note(`fresnel: ${malformed.length} parts of Azure's list of roles could not be read.`);
    return { roles: items, isWhole: malformed.length === 0 };
  } catch (error) {
    if (!(error instanceof AzureError || error instanceof Refused)) throw error;
    throw new NoRoles(
      `cannot judge without role definitions: ${error.message.replace(/\.?$/, "")}. Give a file with --definitions.`,
    );
  }
}

/** Neither a file nor Azure told what roles allow. */
export class NoRoles extends Refused {
  override readonly name = "NoRoles";
}
