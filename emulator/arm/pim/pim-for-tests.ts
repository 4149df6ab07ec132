import type { EligibleAuthorization, World } from "../../world";
import { ask, noon, type Answer } from "../ask";
import { smallWorld } from "../small-world";
import { definitions, people, roles, subscriptions } from "../small-world-ids";

type Policy = NonNullable<EligibleAuthorization["justInTimeAccessPolicy"]>;

export const version = "api-version=2020-10-01";
export const contoso = `/subscriptions/${subscriptions.contoso}`;
export const fabrikam = `/subscriptions/${subscriptions.fabrikam}`;
export const adatumGroup = `/subscriptions/${subscriptions.adatum}/resourceGroups/rg-Web`;
export const pim = (scope: string, rest: string) => `${scope}/providers/Microsoft.Authorization/${rest}`;
export const request = (n: number) => `00000000-0000-4000-9000-${String(n).padStart(12, "0")}`;

/** A small world in which somebody is eligible: without a policy unless one is stated, for Contributor at Contoso. */
export function worldWith(
  eligible: {
    principalId?: string;
    role?: string;
    policy?: Policy;
    definition?: "contoso" | "fabrikam" | "adatum";
  } = {},
  settings: Partial<World["settings"]> = {},
): World {
  const world = smallWorld(settings);
  const { principalId = people.engineer, role = roles.contributor, policy, definition = "contoso" } = eligible;
  for (const row of world.registrationDefinitions.values()) {
    if (row.name !== definitions[definition]) continue;
    row.properties.eligibleAuthorizations = [
      { principalId, roleDefinitionId: role, ...(policy && { justInTimeAccessPolicy: policy }) },
    ];
  }
  world.version++;
  return world;
}

type Wish = {
  by?: string;
  at?: string;
  name?: string;
  now?: Date;
  verb?: "PUT" | "POST";
  path?: string;
  amr?: string[];
  properties?: Record<string, unknown>;
};

/** Asks to activate Contributor for two hours, or whatever `properties` say otherwise. */
export const activate = (world: World, wish: Wish = {}): Promise<Answer> => {
  const { by = people.engineer, at = contoso, name = request(1), now = noon, verb = "PUT", path = "", amr } = wish;
  const subscription = at.split("/").slice(0, 3).join("/");
  const properties = {
    principalId: by,
    roleDefinitionId: pim(subscription, `roleDefinitions/${roles.contributor}`),
    requestType: "SelfActivate",
    justification: "ticket 4711",
    scheduleInfo: { expiration: { type: "AfterDuration", duration: "PT2H" } },
    ...wish.properties,
  };
  const line = `${verb} ${pim(at, `roleAssignmentScheduleRequests/${name}`)}${path}?${version}`;
  return ask(world, by, line, { now, body: { properties }, ...(amr && { amr }) });
};

export const giveBack = (world: World, now: Date, name = request(2)): Promise<Answer> =>
  activate(world, { name, now, properties: { requestType: "SelfDeactivate", scheduleInfo: undefined } });

export type Listed = { name: string; id: string; type: string; properties: Record<string, unknown> };

export async function listed(
  world: World,
  by: string,
  rest: string,
  more: { at?: string; now?: Date } = {},
): Promise<Listed[]> {
  const { at = "", now = noon } = more;
  const [path = "", query] = rest.split("?");
  const line = `GET ${pim(at, path)}?${version}${query ? `&${query}` : ""}`;
  const { json } = await ask(world, by, line, { now });
  return (json as { value: Listed[] }).value;
}
