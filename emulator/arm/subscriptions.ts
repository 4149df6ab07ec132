import { visibleSubscriptions } from "../rbac";
import type { Subscription } from "../world";
import { subscriptionNotFound } from "./errors";
import { listPage } from "./page";
import type { Route } from "./route";

export const subscriptionVersions = [
  "2022-12-01",
  "2022-09-01",
  "2021-01-01",
  "2020-01-01",
  "2019-11-01",
  "2019-06-01",
];

const show = (row: Subscription) => ({ id: `/subscriptions/${row.subscriptionId}`, ...row });

/** Lists what the caller holds any right in, at or below; one that only a delegated resource group reaches as well. */
const list: Route = {
  method: "GET",
  path: "subscriptions",
  apiVersions: subscriptionVersions,
  handle: (call) => {
    const visible = visibleSubscriptions(call.world, call.caller.objectId);
    const rows = [...call.world.subscriptions].filter(([id]) => visible.has(id)).map(([, row]) => row);
    return listPage(call, rows, show);
  },
};

/** Whoever sees a subscription in the list may get it: no role beyond that is asked for. */
const get: Route = {
  method: "GET",
  path: "subscriptions/{subscriptionId}",
  apiVersions: subscriptionVersions,
  handle: ({ world, params: { subscriptionId = "" } }) => {
    const row = world.subscriptions.get(subscriptionId.toLowerCase());
    if (!row) throw subscriptionNotFound(subscriptionId);
    return Response.json(show(row));
  },
};

export const subscriptionRoutes = [list, get];
