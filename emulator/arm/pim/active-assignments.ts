import type { Activation, RoleAssignment, World } from "../../world";
import { instanceOf } from "./eligibility";
import { expandedProperties } from "./expanded-properties";
import { readingRoutes, type Held, type MemberType } from "./schedules";

type Source = { activation: Activation; assignment?: never } | { assignment: RoleAssignment; activation?: never };
type Row = Held & Source;

/** Beside what was activated, PIM lists what the tenant's own people hold by role assignments; never delegations. */
function rowsOf(world: World, nameOf: (schedule: string) => string, includesComing: boolean): Row[] {
  const activated = [...world.activations.values()]
    .filter(({ status }) => includesComing || status === "Provisioned")
    .map((activation) => ({
      name: nameOf(activation.name),
      scope: activation.scope,
      principalId: activation.principalId,
      activation,
    }));
  const assigned = [...world.roleAssignments.values()]
    .filter(({ properties }) => isOwnPrincipal(world, properties))
    .map((assignment) => ({
      name: nameOf(assignment.name),
      scope: assignment.properties.scope,
      principalId: assignment.properties.principalId,
      assignment,
    }));
  return [...activated, ...assigned];
}

const isOwnPrincipal = (world: World, { principalTenantId, principalType }: RoleAssignment["properties"]) =>
  principalTenantId.toLowerCase() === world.id.toLowerCase() && principalType !== "ForeignGroup";

function shared(world: World, row: Row, memberType: MemberType) {
  const { activation, assignment } = row;
  const roleDefinitionId = activation?.roleDefinitionId ?? assignment?.properties.roleDefinitionId ?? "";
  const startDateTime = activation?.startDateTime ?? assignment?.properties.createdOn;
  return {
    // Bare names, where the other ids of a row are paths: so the specification has them.
    linkedRoleEligibilityScheduleId: activation?.eligibility ?? null,
    assignmentType: activation ? "Activated" : "Assigned",
    scope: row.scope,
    roleDefinitionId,
    principalId: row.principalId,
    principalType: activation ? "User" : assignment?.properties.principalType,
    status: activation?.status ?? "Provisioned",
    startDateTime,
    endDateTime: activation?.endDateTime ?? null,
    memberType,
    createdOn: activation?.createdOn ?? assignment?.properties.createdOn,
    condition: null,
    conditionVersion: null,
    expandedProperties: expandedProperties(world, row.scope, roleDefinitionId, row.principalId),
  };
}

const pathTo = ({ scope }: Row, type: string, name: string) =>
  `${scope === "/" ? "" : scope}/providers/Microsoft.Authorization/${type}/${name}`;

export const activeAssignmentRoutes = [
  ...readingRoutes<Row>({
    type: "RoleAssignmentSchedules",
    rows: (world) => rowsOf(world, (schedule) => schedule, true),
    show: (world, row, memberType) => ({
      ...shared(world, row, memberType),
      roleAssignmentScheduleRequestId: row.activation
        ? pathTo(row, "RoleAssignmentScheduleRequests", row.activation.requestName)
        : null,
      updatedOn: row.activation?.startDateTime ?? row.assignment?.properties.updatedOn,
    }),
  }),
  ...readingRoutes<Row>({
    type: "RoleAssignmentScheduleInstances",
    rows: (world) => rowsOf(world, instanceOf, false),
    show: (world, row, memberType) => {
      const schedule = row.activation?.name ?? row.assignment?.name ?? "";
      return {
        ...shared(world, row, memberType),
        roleAssignmentScheduleId: pathTo(row, "RoleAssignmentSchedules", schedule),
        originRoleAssignmentId: pathTo(row, "roleAssignments", row.assignment?.name ?? instanceOf(schedule)),
        linkedRoleEligibilityScheduleInstanceId: row.activation ? instanceOf(row.activation.eligibility) : null,
      };
    },
  }),
];
