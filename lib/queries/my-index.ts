import { indexAccess, type AccessIndex } from "@/lib/domain/access/access-index";
import { withMyself } from "@/lib/domain/access/with-myself";
import type { Directory } from "@/lib/domain/directory";
import type { PrincipalId } from "@/lib/domain/ids";
import type { Inventory } from "@/lib/domain/inventory";
import type { MyGrant } from "@/lib/domain/my-access/my-grant";
import { myGrants, type MyAccessSources } from "@/lib/domain/my-access/my-grants";
import { keepRows } from "@/lib/table/keep-rows";

type Sources = Readonly<{
  inventory: Inventory;
  directory: Directory;
  me: Readonly<{ id: PrincipalId; name: string }>;
  groups: ReadonlySet<PrincipalId> | undefined;
}>;

let last: Readonly<{ of: Sources; index: AccessIndex }> | undefined;

/**
 * The index for questions about the signed-in person, who knows their own groups where the directory stays silent. It is
 * kept apart from the one for everybody, so that going from page to page makes neither anew.
 */
export function myIndexIn(sources: Sources): AccessIndex {
  const { inventory, directory, me, groups } = sources;
  const isSame =
    last?.of.inventory === inventory &&
    last.of.directory === directory &&
    last.of.me === me &&
    last.of.groups === groups;
  if (!last || !isSame)
    last = { of: sources, index: indexAccess({ inventory, directory: withMyself(directory, me, groups) }) };
  return last.index;
}

let lastGrants: readonly MyGrant[] = [];

/** What the signed-in person holds or may activate; rows that say the same as before are the same objects. */
export const myGrantsIn = (sources: MyAccessSources): readonly MyGrant[] =>
  (lastGrants = keepRows(lastGrants, myGrants(sources)));
