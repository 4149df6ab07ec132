import type { Call } from "../../call";
import { visibleSubscriptions } from "../../rbac";
import type { World } from "../../world";
import { badRequest } from "../errors";
import type { TableName } from "../tables/schema";
import type { StoredRow } from "../tables/stored-row";
import { visibleRows } from "../tables/tables";
import type { Row } from "../values";
import type { GraphRequest } from "./request";
import { unreadableSubscriptions } from "./unreadable";

export type QueryScope = {
  rows(table: TableName): readonly Row[];
  /** Whether subscriptions beyond the limit were left out. */
  isCut: boolean;
  /** Equal for requests that see the same rows in the same state of the world. */
  key: string;
};

/** What a request may see: the subscriptions it names, or all that the caller reads, less those that cannot be read. */
export function scopeOf({ world, caller }: Call, request: GraphRequest): QueryScope {
  const hidden = unreadableSubscriptions(world, caller.objectId, request.query);
  const visible = visibleSubscriptions(world, caller.objectId);
  const isVisible = (id: string) => visible.has(id) && !hidden.has(id);
  const asked = request.subscriptions?.map((id) => id.toLowerCase()) ?? managed(world, request.managementGroups);
  const readable = asked ? asked.filter(isVisible) : [...world.subscriptions.keys()].filter(isVisible);

  if (asked && !readable.length)
    throw badRequest({
      code: "NoValidSubscriptionsInQueryRequest",
      message: `There must be at least one subscription that is eligible to contain resources. Given: '${asked.join(",")}'.`,
    });
  const { subscriptionLimit } = world.settings;
  const isCut = !request.subscriptions && readable.length > subscriptionLimit;
  if (isCut && !request.allowPartialScopes)
    throw badRequest({
      code: "SubscriptionLimitExceeded",
      message: `The scope holds ${readable.length} subscriptions, and has exceeded the limit of ${subscriptionLimit}. Narrow it, or set allowPartialScopes.`,
    });

  const subscriptions = new Set(isCut ? readable.slice(0, subscriptionLimit) : readable);
  const holds = filter(world, request, subscriptions, asked !== undefined);
  return {
    isCut,
    key: [caller.objectId, request.authorizationScopeFilter, asked ? [...subscriptions].sort() : "*", [...hidden]].join(
      " ",
    ),
    rows: (table) =>
      visibleRows(world, caller.objectId, table)
        .filter(holds)
        .map(({ row }) => row),
  };
}

/** The only management group is the managing tenant's root; customers' subscriptions are never below it. */
function managed(world: World, groups: readonly string[] | undefined): string[] | undefined {
  if (!groups) return undefined;
  const unknown = groups.filter((group) => group.toLowerCase() !== world.id.toLowerCase());
  if (unknown.length)
    throw badRequest({
      code: "NoValidManagementGroupsInQueryRequest",
      message: `Management groups were not found or are not readable: '${unknown.join(",")}'.`,
    });
  return [...world.subscriptions]
    .filter(([, { tenantId }]) => tenantId.toLowerCase() === world.id.toLowerCase())
    .map(([id]) => id);
}

function filter(world: World, request: GraphRequest, subscriptions: ReadonlySet<string>, isAsked: boolean) {
  const own = [...subscriptions].some(
    (id) => world.subscriptions.get(id)?.tenantId.toLowerCase() === world.id.toLowerCase(),
  );
  const { authorizationScopeFilter: asked } = request;
  const levels = new Set<StoredRow["level"]>(isAsked ? levelsOfSubscriptions[asked] : levelsOfTenant[asked]);
  return ({ subscription, level }: StoredRow): boolean => {
    if (level !== undefined && !levels.has(level)) return false;
    if (subscription !== "") return subscriptions.has(subscription);
    return level === undefined || !isAsked || own;
  };
}

const levelsOfSubscriptions: Record<GraphRequest["authorizationScopeFilter"], StoredRow["level"][]> = {
  AtScopeAndBelow: ["subscription", "below"],
  AtScopeAndAbove: ["tenant", "subscription"],
  AtScopeExact: ["subscription"],
  AtScopeAboveAndBelow: ["tenant", "subscription", "below"],
};
const levelsOfTenant: typeof levelsOfSubscriptions = {
  AtScopeAndBelow: ["tenant", "subscription", "below"],
  AtScopeAndAbove: ["tenant"],
  AtScopeExact: ["tenant"],
  AtScopeAboveAndBelow: ["tenant", "subscription", "below"],
};
