import { isOwn } from "../../delegations";
import { principalAndGroups } from "../../membership";
import { canDo, subscriptionOf } from "../../rbac";
import type { World } from "../../world";
import { requireAction } from "../access";
import { listPage } from "../page";
import { Refusal } from "../../call";
import type { ArmCall, Route } from "../route";
import { wantedOf, type Wanted } from "./filter";
import { apiVersions, readOthers } from "./versions";

/** What every schedule and instance has: who holds (or may activate) something where. `/` is the tenant. */
export type Held = { name: string; scope: string; principalId: string };
export type MemberType = "Direct" | "Group" | "Inherited";

export type Kind<Row extends Held> = {
  /** As Azure writes it in ids, with a capital letter; in requests case does not matter. */
  type: string;
  rows: (world: World) => Row[];
  show: (world: World, row: Row, memberType: MemberType) => Record<string, unknown>;
};

const scopes: NonNullable<Route["scopes"]> = ["tenant", "subscription", "resourceGroup"];
const filters: readonly Wanted["kind"][] = ["atScope", "principal", "assignedTo", "asTarget"];

/** The list of a kind and one of it by name: both at a scope, with what is above and below, and the same filters. */
export function readingRoutes<Row extends Held>(kind: Kind<Row>): Route[] {
  const path = `{scope}/providers/Microsoft.Authorization/${kind.type}`;
  const present = (call: ArmCall, { row, memberType }: Found<Row>) => {
    const base = row.scope === "/" ? "" : row.scope;
    return {
      properties: kind.show(call.world, row, memberType),
      name: row.name,
      id: `${base}/providers/Microsoft.Authorization/${kind.type}/${row.name}`,
      type: `Microsoft.Authorization/${kind.type}`,
    };
  };
  const list = (call: ArmCall) => listPage(call, find(call, kind), (found) => present(call, found));
  const get = (call: ArmCall) => {
    const { name = "" } = call.params;
    const found = find(call, kind).find(({ row }) => row.name.toLowerCase() === name.toLowerCase());
    if (!found) {
      const what = kind.type.replace(/s$/, "");
      throw new Refusal(404, `${what}NotFound`, `The ${what} '${name}' is not found.`);
    }
    return Response.json(present(call, found));
  };
  return [
    { method: "GET", path, scopes, apiVersions, handle: list },
    { method: "GET", path: `${path}/{name}`, scopes, apiVersions, handle: get },
  ];
}

type Found<Row> = { row: Row; memberType: MemberType };

function find<Row extends Held>(call: ArmCall, kind: Kind<Row>): Found<Row>[] {
  const { world, caller, scope } = call;
  const wanted = wantedOf(call, filters);
  if (wanted.kind !== "asTarget") requireAction(call, readOthers, scope.path);
  const mayRead = (row: Row) => wanted.kind === "asTarget" || canDo(world, caller.objectId, readOthers, row.scope);
  const subject = wanted.kind === "asTarget" ? caller.objectId : wanted.kind === "assignedTo" ? wanted.id : undefined;
  const holders = subject === undefined ? undefined : principalAndGroups(world, subject);

  return kind.rows(world).flatMap((row) => {
    const principal = row.principalId.toLowerCase();
    const where = placeOf(call, row.scope);
    if (where === "beside" || (wanted.kind === "atScope" && where === "below")) return [];
    if (wanted.kind === "principal" && principal !== wanted.id) return [];
    if ((holders && !holders.has(principal)) || !mayRead(row)) return [];
    const throughGroup = subject !== undefined && principal !== subject.toLowerCase();
    const memberType = where === "above" ? "Inherited" : throughGroup ? "Group" : "Direct";
    return [{ row, memberType } as const];
  });
}

/** Where a row's scope lies, seen from the one asked for. The tenant's root is above its own subscriptions only. */
export function placeOf({ world, scope }: ArmCall, rowScope: string): "at" | "above" | "below" | "beside" {
  const asked = scope.kind === "tenant" ? "" : scope.path.toLowerCase();
  const row = rowScope === "/" ? "" : rowScope.toLowerCase();
  if (row === asked) return "at";
  if (row.startsWith(`${asked}/`)) return "below";
  const subscription = subscriptionOf(asked);
  if (row === "") return subscription !== undefined && isOwn(world, subscription) ? "above" : "beside";
  return asked.startsWith(`${row}/`) ? "above" : "beside";
}
