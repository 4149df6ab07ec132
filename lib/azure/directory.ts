import { principalId, type PrincipalId } from "@/lib/domain/ids";
import type { Principal, PrincipalKind } from "@/lib/domain/principal";
import type { Azure } from "./client";
import { AzureError } from "./errors";
import { batchGetEach } from "./graph-batch";
import { parsed } from "./service-client";
import { id, list, MalformedRecord, objectOf, record, text, textOf, type Output, type Parse } from "./wire";

export type Me = Readonly<{ id: PrincipalId; name: string; upn: string | undefined }>;

/** Principals that nothing is known about, because asking failed. They must not be taken for deleted. */
export type Unread<Id> = Readonly<{ ids: readonly Id[]; error: AzureError }>;

export type PrincipalsOptions = Readonly<{
  signal?: AbortSignal | undefined;
  onPrincipals?: (principals: readonly Principal[]) => void;
  /** Told each record of somebody whose kind is known, for those who want more of it than a name. */
  onRecord?: (principal: Principal, raw: unknown) => void;
  /** Properties to ask for where objects are read one by one; "" asks for what Graph gives by default. */
  select?: Readonly<Record<PrincipalKind, string>>;
  /** Where ids cannot be asked for together, they are not asked for at all. */
  onlyTogether?: boolean;
}>;

export type PrincipalsResult = Readonly<{ principals: readonly Principal[]; unread: readonly Unread<PrincipalId>[] }>;

const idsPerCall = 1000;
const readAll = "Directory.Read.All";

const Person = record({ id: id(principalId), displayName: text, userPrincipalName: text });

/** The signed-in person. */
export async function readMe({ graph }: Pick<Azure, "graph">, signal?: AbortSignal): Promise<Me> {
  const query = { $select: "id,displayName,userPrincipalName" };
  const { body } = await graph.send({ path: "/v1.0/me", query, needs: "User.Read", signal });
  const me = parsed(graph, () => Person(body));
  return { id: me.id, name: me.displayName ?? me.userPrincipalName ?? me.id, upn: me.userPrincipalName };
}

/**
 * Who stands behind the ids: found, deleted, or not ours to see. Where Directory.Read.All is missing, each is looked for
 * among groups, users and service principals, with the lesser permissions there may be.
 */
export async function readPrincipals(
  azure: Pick<Azure, "graph">,
  ids: readonly PrincipalId[],
  options: PrincipalsOptions = {},
): Promise<PrincipalsResult> {
  const chunks: (readonly PrincipalId[])[] = [];
  for (let at = 0; at < ids.length; at += idsPerCall) chunks.push(ids.slice(at, at + idsPerCall));
  const results = await Promise.all(
    chunks.map(async (chunk) => {
      const result = await readChunk(azure, chunk, options);
      options.onPrincipals?.(result.principals);
      return result;
    }),
  );
  return {
    principals: results.flatMap(({ principals }) => principals),
    unread: results.flatMap(({ unread }) => unread),
  };
}

async function readChunk(
  azure: Pick<Azure, "graph">,
  ids: readonly PrincipalId[],
  options: PrincipalsOptions,
): Promise<PrincipalsResult> {
  try {
    return { principals: await getByIds(azure, ids, options), unread: [] };
  } catch (error) {
    if (!(error instanceof AzureError) || error.kind === "cancelled") throw error;
    const isOver = error.kind !== "refused" || options.onlyTogether;
    return isOver ? { principals: [], unread: [{ ids, error }] } : lookUp(azure, ids, options);
  }
}

async function getByIds(
  { graph }: Pick<Azure, "graph">,
  ids: readonly PrincipalId[],
  { signal, onRecord }: PrincipalsOptions,
): Promise<readonly Principal[]> {
  const { body } = await graph.send({
    method: "POST",
    path: "/v1.0/directoryObjects/getByIds",
    body: { ids, types: ["user", "group", "servicePrincipal"] },
    needs: readAll,
    signal,
  });
  const { items, malformed } = parsed(graph, () => {
    const value = objectOf(body)?.["value"];
    if (!Array.isArray(value)) throw new MalformedRecord("value", "is no list");
    return list(
      value,
      (raw, report) => {
        const principal = toPrincipal(raw, report);
        onRecord?.(principal, raw);
        return principal;
      },
      "value",
    );
  });
  const found = new Map(items.map((principal) => [principal.id, principal]));
  // A record that could not be read may be any of those that are missing: none of them is then surely deleted.
  const absent =
    malformed.length === 0 ? ({ state: "deleted" } as const) : ({ state: "unreadable", kind: undefined } as const);
  return ids.map((principal) => found.get(principal) ?? { id: principal, ...absent });
}

const DirectoryObject = record({
  "@odata.type": text,
  id: id(principalId),
  displayName: text,
  userPrincipalName: text,
  appId: text,
});

/** An object that the app may not read comes with nothing but its type and id. */
export const toPrincipal: Parse<Principal> = (raw) => {
  const wire = DirectoryObject(raw);
  const kind = kinds.find((known) => `#microsoft.graph.${known}`.toLowerCase() === wire["@odata.type"]?.toLowerCase());
  if (!kind || !wire.displayName) return { id: wire.id, state: "unreadable", kind };
  return { id: wire.id, state: "found", kind, name: wire.displayName, detail: detailOf(kind, wire) };
};

const kinds: readonly PrincipalKind[] = ["user", "group", "servicePrincipal"];

const detailOf = (kind: PrincipalKind, wire: Output<typeof DirectoryObject>) =>
  kind === "user" ? wire.userPrincipalName : kind === "servicePrincipal" ? wire.appId : undefined;

/** Groups first: that is what delegations are given to. */
const places: readonly Readonly<{ kind: PrincipalKind; folder: string; select: string; needs: string }>[] = [
  { kind: "group", folder: "groups", select: "id,displayName", needs: "GroupMember.Read.All" },
  { kind: "user", folder: "users", select: "id,displayName,userPrincipalName", needs: "User.ReadBasic.All" },
  {
    kind: "servicePrincipal",
    folder: "servicePrincipals",
    select: "id,displayName,appId",
    needs: "Application.Read.All",
  },
];

async function lookUp(
  { graph }: Pick<Azure, "graph">,
  ids: readonly PrincipalId[],
  { signal, onRecord, ...options }: PrincipalsOptions,
): Promise<PrincipalsResult> {
  const found = new Map<PrincipalId, Principal>();
  const failed = new Map<PrincipalId, AzureError>();
  const refused = new Set<PrincipalId>();
  for (const { kind, folder, needs, ...place } of places) {
    const open = ids.filter((principal) => !found.has(principal));
    const select = options.select?.[kind] ?? place.select;
    const path = (id: PrincipalId) => `/${folder}/${id}${select && `?$select=${select}`}`;
    for (const [principal, part] of await batchGetEach(graph, open, path, { needs, signal })) {
      if ("body" in part) {
        const known = foundAs(kind, principal, part.body);
        onRecord?.(known, part.body);
        found.set(principal, known);
      } else if (part.error.kind === "refused") refused.add(principal);
      else if (part.error.kind !== "notFound") failed.set(principal, part.error);
    }
  }
  const principals: Principal[] = [];
  const unread: Unread<PrincipalId>[] = [];
  for (const principal of ids) {
    const known = found.get(principal);
    const error = failed.get(principal);
    if (known) principals.push(known);
    else if (refused.has(principal)) principals.push({ id: principal, state: "unreadable", kind: undefined });
    else if (error) unread.push({ ids: [principal], error });
    else principals.push({ id: principal, state: "deleted" });
  }
  return { principals, unread };
}

function foundAs(kind: PrincipalKind, principal: PrincipalId, body: unknown): Principal {
  const name = textOf(objectOf(body)?.["displayName"]);
  if (name === undefined) return { id: principal, state: "unreadable", kind };
  const detail = kind === "user" ? "userPrincipalName" : kind === "servicePrincipal" ? "appId" : "";
  return { id: principal, state: "found", kind, name, detail: textOf(objectOf(body)?.[detail]) };
}
