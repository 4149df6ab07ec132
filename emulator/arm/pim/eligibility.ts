import { eligibilitiesOf, type Eligibility } from "../../eligibilities";
import type { World } from "../../world";
import { guidFrom } from "../../worlds/random";
import { expandedProperties } from "./expanded-properties";
import { readingRoutes, type MemberType } from "./schedules";

/** The name of the one instance that an eligibility without an end has. */
export const instanceOf = (schedule: string): string => guidFrom("schedule instance", schedule);

const subscriptionPath = (scope: string) => scope.split("/", 3).join("/");

const shared = (world: World, { scope, roleId, principalId, since }: Eligibility, memberType: MemberType) => {
  const roleDefinitionId = `${subscriptionPath(scope)}/providers/Microsoft.Authorization/roleDefinitions/${roleId}`;
  const expanded = expandedProperties(world, scope, roleDefinitionId, principalId);
  return {
    scope,
    roleDefinitionId,
    principalId,
    principalType: expanded.principal.type ?? "Unknown",
    status: "Provisioned",
    startDateTime: since,
    endDateTime: null,
    memberType,
    createdOn: since,
    condition: null,
    conditionVersion: null,
    expandedProperties: expanded,
  };
};

const pathTo = (scope: string, type: string, name: string) =>
  `${scope}/providers/Microsoft.Authorization/${type}/${name}`;

export const eligibilityRoutes = [
  ...readingRoutes<Eligibility>({
    type: "RoleEligibilitySchedules",
    rows: (world) => [...eligibilitiesOf(world).values()],
    show: (world, row, memberType) => ({
      ...shared(world, row, memberType),
      // Nobody asked PIM for it: the delegation made it.
      roleEligibilityScheduleRequestId: null,
      updatedOn: row.since,
    }),
  }),
  ...readingRoutes<Eligibility & { schedule: string }>({
    type: "RoleEligibilityScheduleInstances",
    rows: (world) =>
      [...eligibilitiesOf(world).values()].map((row) => ({ ...row, schedule: row.name, name: instanceOf(row.name) })),
    show: (world, row, memberType) => ({
      ...shared(world, row, memberType),
      roleEligibilityScheduleId: pathTo(row.scope, "RoleEligibilitySchedules", row.schedule),
    }),
  }),
];
