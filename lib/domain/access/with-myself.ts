import type { Directory, Membership } from "../directory";
import type { PrincipalId } from "../ids";

type Me = Readonly<{ id: PrincipalId; name: string }>;

/**
 * The directory with what everybody may know of themselves: that they exist, and which groups they are in, at any depth.
 * `groups` adds to what could not be read and replaces nothing that was; undefined: they are not known either.
 */
export function withMyself(
  directory: Directory,
  { id, name }: Me,
  groups: ReadonlySet<PrincipalId> | undefined,
): Directory {
  const { users, memberships } = directory;
  const principals = new Map(directory.principals);
  if (principals.get(id)?.state !== "found")
    principals.set(id, { id, state: "found", kind: "user", name, detail: undefined });
  return {
    ...directory,
    principals,
    // Whoever is signed in has an account that is enabled.
    users: users.has(id) ? users : new Map([...users, [id, { enabled: true, guest: undefined }]]),
    memberships: new Map([
      ...memberships,
      ...[...(groups ?? [])].map((group) => [group, withMember(memberships.get(group), id)] as const),
    ]),
  };
}

function withMember(membership: Membership | undefined, me: PrincipalId): Membership {
  if (membership?.state === "read") return membership;
  const known = [...new Set([...(membership?.known ?? []), me])];
  return membership ? { ...membership, known } : { state: "unreadable", why: onlyMine, fix: undefined, known };
}

const onlyMine = "Only your own membership could be read.";
