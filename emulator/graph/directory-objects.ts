import type { Entry, Kind } from "./directory";
import { entriesById, entryById, transitiveGroupsHolding, userByName } from "./directory";
import { badRequest, notFound, unsupportedQuery } from "./errors";
import { isGuid } from "./guid";
import { visibleGroups } from "./hidden-membership";
import { contextOf, present, selected } from "./present";
import type { Ask, Route } from "./route";

const maximumIds = 1000;

/** Lower-cased types of Graph that are directory objects; a world holds the first three only. */
const heldKinds: Record<string, Kind> = { user: "user", group: "group", serviceprincipal: "servicePrincipal" };
const otherTypes = new Set(["device", "application", "orgcontact", "directoryrole", "administrativeunit", "contract"]);

const objectIn = ({ call, params }: Ask): Entry => {
  const id = params.id ?? "";
  const named = id.includes("@") && userByName(call.world, id);
  if (named) return { kind: "user", row: named };
  if (!isGuid(id)) throw badRequest(`Invalid object identifier '${id}'.`);
  const entry = entryById(call.world, id);
  if (!entry) throw notFound(id);
  return entry;
};

const isRecord = (body: unknown): body is Record<string, unknown> =>
  typeof body === "object" && body !== null && !Array.isArray(body);

const idsIn = (body: unknown): string[] => {
  const ids = isRecord(body) ? body.ids : undefined;
  if (!Array.isArray(ids)) throw badRequest("Parameter 'ids' is required and must be a collection of strings.");
  if (ids.length > maximumIds) throw badRequest(`Number of included identifiers cannot exceed '${maximumIds}'.`);
  return ids.map((id: unknown) => {
    if (typeof id !== "string" || !isGuid(id)) throw badRequest("Invalid GUID specified.");
    return id.toLowerCase();
  });
};

const kindsIn = (body: unknown): ReadonlySet<Kind> => {
  const types = isRecord(body) ? (body.types ?? []) : [];
  if (!Array.isArray(types)) throw badRequest("Parameter 'types' must be a collection of strings.");
  const names = types.map((type: unknown) =>
    String(type)
      .toLowerCase()
      .replace(/^microsoft\.graph\./, ""),
  );
  const unknown = names.find((name) => !(name in heldKinds) && !otherTypes.has(name) && name !== "directoryobject");
  if (unknown !== undefined) throw badRequest(`Invalid type specified: '${unknown}'.`);
  if (names.length === 0 || names.includes("directoryobject")) return new Set(Object.values(heldKinds));
  return new Set(names.flatMap((name) => heldKinds[name] ?? []));
};

const memberGroups = (path: string, own?: readonly string[]): Route => ({
  path: `${path}/getMemberGroups`,
  kind: "action",
  method: "POST",
  units: 2,
  permissions: ["User.Read.All", "GroupMember.Read.All", "Directory.Read.All"],
  ...(own && { own }),
  run: (ask, body) => {
    const securityOnly = isRecord(body) ? body.securityEnabledOnly : undefined;
    if (typeof securityOnly !== "boolean") throw badRequest("Parameter 'securityEnabledOnly' is required.");
    const groups = visibleGroups(ask.call, transitiveGroupsHolding(ask.call.world, objectIn(ask).row.id));
    return {
      "@odata.context": `${ask.call.origin}/v1.0/$metadata#Collection(Edm.String)`,
      value: groups
        .filter(({ kind, row }) => kind === "group" && (row.securityEnabled || !securityOnly))
        .map(({ row }) => row.id),
    };
  },
});

export const directoryObjectRoutes: readonly Route[] = [
  {
    path: "directoryObjects/getByIds",
    kind: "action",
    method: "POST",
    units: 3,
    permissions: ["Directory.Read.All"],
    run: ({ call, query }, body) => {
      if (call.url.searchParams.has("$top") || query.filter !== undefined || query.count)
        throw unsupportedQuery("$top, $filter and $count are not supported by getByIds.");
      const select = selected("directoryObject", query.select);
      const kinds = kindsIn(body);
      const found = entriesById(call.world, [...new Set(idsIn(body))]).filter(({ kind }) => kinds.has(kind));
      return {
        "@odata.context": contextOf(call.origin, "directoryObject", select),
        // Not in the order that was asked for, as Graph promises none.
        value: [...kinds]
          .flatMap((kind) => found.filter((entry) => entry.kind === kind))
          .map((entry) => present(call, entry, "directoryObject", select)),
      };
    },
  },
  {
    path: "directoryObjects/{id}",
    kind: "entity",
    method: "GET",
    permissions: ["Directory.Read.All"],
    of: "directoryObject",
    entity: objectIn,
  },
  memberGroups("directoryObjects/{id}"),
  memberGroups("users/{id}", ["User.Read"]),
  memberGroups("groups/{id}"),
  memberGroups("servicePrincipals/{id}"),
];
