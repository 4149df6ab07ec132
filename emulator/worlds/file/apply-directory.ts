import { group, servicePrincipal, user } from "../directory-rows";
import type { Ground } from "../ground";
import { stated } from "./merge";
import { principalCalled, UnknownName } from "./names";
import type { Path } from "./read-json";
import type { WorldFile } from "./schema";

/** Runs one row's work, so that a problem in it is told with the row's place in the file. */
export type Place = (path: Path, work: () => void) => void;

/** People first, then who is a member of what: names may be used before they are declared. */
export function applyDirectory(ground: Ground, file: WorldFile, place: Place): void {
  const { users, groups, servicePrincipals } = ground.world;

  file.users?.forEach((row, index) =>
    place(["users", index], () => {
      const name = row.userPrincipalName?.toLowerCase();
      const known = row.id
        ? users.get(row.id.toLowerCase())
        : [...users.values()].find((each) => each.userPrincipalName.toLowerCase() === name);
      if (known) users.set(known.id.toLowerCase(), { ...known, ...stated(row) });
      else user(ground, required(row.displayName, "displayName"), row.jobTitle ?? "", stated(row));
    }),
  );
  file.servicePrincipals?.forEach((row, index) =>
    place(["servicePrincipals", index], () => {
      const known = knownBy(servicePrincipals, row);
      if (known) servicePrincipals.set(known.id.toLowerCase(), { ...known, ...stated(row) });
      else servicePrincipal(ground, required(row.displayName, "displayName"), stated(row));
    }),
  );
  const named = (file.groups ?? []).map(({ members: _members, owners: _owners, ...row }) => row);
  named.forEach((row, index) =>
    place(["groups", index], () => {
      const known = knownBy(groups, row);
      if (known) groups.set(known.id.toLowerCase(), { ...known, ...stated(row) });
      else group(ground, required(row.displayName, "displayName"), stated(row));
    }),
  );

  const ids = (path: Path, names: readonly string[] | undefined, set: (ids: string[]) => void) => {
    if (!names) return;
    const found: string[] = [];
    names.forEach((name, index) =>
      place([...path, index], () => void found.push(principalCalled(ground.world, name).id)),
    );
    set(found);
  };
  file.groups?.forEach(({ members, owners, ...row }, index) => {
    const known = knownBy(groups, row);
    if (!known) return;
    ids(["groups", index, "members"], members, (found) => (known.members = found));
    ids(["groups", index, "owners"], owners, (found) => (known.owners = found));
  });
  file.servicePrincipals?.forEach((row, index) => {
    const known = knownBy(servicePrincipals, row);
    if (known) ids(["servicePrincipals", index, "owners"], row.owners, (found) => (known.owners = found));
  });
}

type Named = { id?: string | undefined; displayName?: string | undefined };

/** By id, or without one by the only row of that name. */
function knownBy<T extends { displayName: string }>(rows: Map<string, T>, { id, displayName }: Named): T | undefined {
  if (id !== undefined) return rows.get(id.toLowerCase());
  const found = [...rows.values()].filter((row) => row.displayName === displayName);
  if (found.length > 1) throw new UnknownName(`several are named ${JSON.stringify(displayName)}: give the id`);
  return found[0];
}

export function required<T>(value: T | undefined, key: string): T {
  if (value === undefined) throw new UnknownName(`a new row needs ${key}`);
  return value;
}
