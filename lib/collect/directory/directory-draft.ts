import { factsOf, withoutKeys, type Credential, type Facts } from "@/lib/azure/directory-facts";
import type { Directory, GroupFacts, Membership, ServicePrincipalFacts, UserFacts } from "@/lib/domain/directory";
import { emptyDirectory } from "@/lib/domain/directory-reading";
import type { PrincipalId, TenantId } from "@/lib/domain/ids";
import type { Principal } from "@/lib/domain/principal";
import { growingMap } from "../growing-map";

export type DirectoryDraft = ReturnType<typeof createDirectoryDraft>;

/** Where the rest of a service principal's credentials are. */
export type Application = Readonly<{ appId: string; home: TenantId }>;

/** The directory while it grows; what an earlier reading found stays until this one knows better. */
export function createDirectoryDraft(earlier: Directory = emptyDirectory) {
  const principals = growingMap(earlier.principals);
  const users = growingMap(earlier.users);
  const groups = growingMap(earlier.groups);
  const servicePrincipals = growingMap(earlier.servicePrincipals);
  const memberships = growingMap(earlier.memberships);
  const maps = [principals, users, groups, servicePrincipals, memberships];
  const hiding = new Set<PrincipalId>();
  const applications = new Map<PrincipalId, Application>();
  const own = new Map<PrincipalId, readonly Credential[]>();
  const ofApplication = new Map<PrincipalId, readonly Credential[]>();

  const put = (principal: Principal) => {
    const known = principals.isFresh(principal.id) ? principals.get(principal.id) : undefined;
    // A list of members may show no more than an id of somebody whose name came elsewhere.
    if (principal.state !== "unreadable" || known?.state !== "found") principals.set(principal.id, principal);
  };

  /** Passwords of an application say nothing of what lives elsewhere, so an empty list of the object alone is none. */
  const credentialsOf = (id: PrincipalId, type: ServicePrincipalFacts["type"]) => {
    if (type === "managedIdentity") return [];
    const [ofObject, ofApp] = [own.get(id), ofApplication.get(id)];
    if (ofApp) return withoutKeys([...(ofObject ?? []), ...ofApp]);
    const isWhole = type !== "application" || (ofObject?.length ?? 0) > 0;
    return ofObject && isWhole ? withoutKeys(ofObject) : undefined;
  };

  const putUser = (id: PrincipalId, now: UserFacts) => {
    const before = users.get(id);
    users.set(id, { enabled: now.enabled ?? before?.enabled, guest: now.guest ?? before?.guest });
  };
  const putGroup = (id: PrincipalId, now: GroupFacts) => {
    const before = groups.get(id);
    groups.set(id, {
      type: now.type ?? before?.type,
      dynamic: now.dynamic ?? before?.dynamic,
      rule: now.rule ?? before?.rule,
      roleAssignable: now.roleAssignable ?? before?.roleAssignable,
    });
  };
  const putServicePrincipal = (id: PrincipalId, now: Partial<ServicePrincipalFacts>) => {
    const before = servicePrincipals.get(id);
    const type = now.type ?? before?.type;
    servicePrincipals.set(id, {
      type,
      enabled: now.enabled ?? before?.enabled,
      home: now.home ?? before?.home,
      multiTenant: now.multiTenant ?? before?.multiTenant,
      credentials: credentialsOf(id, type) ?? before?.credentials,
    });
  };

  const putFacts = (id: PrincipalId, found: Facts) => {
    if (found.kind === "user") putUser(id, found.facts);
    else if (found.kind === "group") {
      if (found.hidesMembers) hiding.add(id);
      putGroup(id, found.facts);
    } else {
      if (found.credentials) own.set(id, found.credentials);
      if (found.appId && found.home) applications.set(id, { appId: found.appId, home: found.home });
      putServicePrincipal(id, found.facts);
    }
  };

  return {
    principals,
    users,
    servicePrincipals,
    put,

    /** A principal and what the record says of it beyond the name. */
    add(principal: Principal, raw: unknown) {
      put(principal);
      if (principal.state !== "deleted" && principal.kind) putFacts(principal.id, factsOf(principal.kind, raw));
    },

    hidesMembers: (group: PrincipalId) => hiding.has(group),

    /** Microsoft 365 groups hold none, and rules find users and devices only. */
    mayHoldServicePrincipals(group: PrincipalId): boolean {
      const facts = groups.get(group);
      return facts?.type !== "microsoft365" && facts?.dynamic !== true;
    },

    /** What could not be read now stays as an earlier reading found it. Tells whether it does. */
    putMembership(group: PrincipalId, membership: Membership): boolean {
      const isKept = membership.state === "unreadable" && memberships.get(group)?.state === "read";
      if (!isKept) memberships.set(group, membership);
      return isKept;
    },

    applications,
    hasOwnCredentials: (id: PrincipalId) => own.has(id),
    putApplication(id: PrincipalId, credentials: readonly Credential[]) {
      ofApplication.set(id, credentials);
      putServicePrincipal(id, {});
    },

    dropStale: () => maps.forEach((map) => map.dropStale()),

    snapshot: (): Directory => ({
      principals: principals.snapshot(),
      users: users.snapshot(),
      groups: groups.snapshot(),
      servicePrincipals: servicePrincipals.snapshot(),
      memberships: memberships.snapshot(),
    }),
  };
}
