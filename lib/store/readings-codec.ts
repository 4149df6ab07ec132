import { directoryParts, type DirectoryReading } from "@/lib/domain/directory-reading";
import type {
  CredentialFacts,
  Directory,
  GroupFacts,
  Membership,
  ServicePrincipalFacts,
  UserFacts,
} from "@/lib/domain/directory";
import type { IdentitiesReading } from "@/lib/domain/identities-reading";
import type { PartCoverage, PartProblem, ReadingCoverage } from "@/lib/domain/reading-coverage";
import type { RoleAssignment } from "@/lib/domain/role-assignment";
import type { RoleAssignmentsReading } from "@/lib/domain/role-assignments-reading";
import {
  tenantParts,
  type ApplicationSought,
  type MisnamedApplication,
  type NotRead,
  type Ownership,
  type RootRole,
  type TenantFacts,
  type TenantReading,
} from "@/lib/domain/tenant-facts";
import { flag, list, map, maybe, number, oneOf, optional, record, text, type Codec } from "./codec";
import { collection } from "./collection";
import { principal, problemFields, throttled } from "./inventory-codec";
import { createReader, createWriter } from "./pack";
import type { Packing } from "./packing";

const part = record<PartCoverage>({ state: text(), expected: maybe(number), read: number, readAt: maybe(number) });

const coverageOf = <Part extends string>(parts: readonly Part[]) =>
  record<ReadingCoverage<Part>>({
    parts: record<Readonly<Record<Part, PartCoverage>>>(Object.fromEntries(parts.map((name) => [name, part])) as never),
    problems: list(record<PartProblem<Part>>({ source: text(), ...problemFields } as never)),
    throttled,
    startedAt: number,
    finishedAt: maybe(number),
  });

const group = record<GroupFacts>({
  type: maybe(text()),
  dynamic: maybe(flag),
  rule: optional(text()),
  roleAssignable: maybe(flag),
});

const credential = record<CredentialFacts>({ kind: text(), starts: optional(number), expires: maybe(number) });

const servicePrincipal = record<ServicePrincipalFacts>({
  type: maybe(text()),
  enabled: maybe(flag),
  home: optional(text()),
  multiTenant: optional(flag),
  credentials: maybe(list(credential)),
});

const membership = oneOf<"state", Membership>("state", {
  read: record({ state: text(), members: list(text()) }),
  tooLarge: record({ state: text(), count: maybe(number), known: list(text()) }),
  unreadable: record<Extract<Membership, { state: "unreadable" }>>({
    state: text(),
    why: text(),
    fix: maybe(text()),
    known: optional(list(text())),
  }),
});

const directory = record<DirectoryReading>({
  directory: record<Directory>({
    principals: map(text(), principal),
    users: map(text(), record<UserFacts>({ enabled: maybe(flag), guest: maybe(flag) })),
    groups: map(text(), group),
    servicePrincipals: map(text(), servicePrincipal),
    memberships: map(text(), membership),
  }),
  coverage: coverageOf(directoryParts),
});

const notRead = record<NotRead>({ state: text(), why: text(), fix: maybe(text()) });

const tenant = record<TenantReading>({
  facts: record<TenantFacts>({
    owners: map(
      text(),
      oneOf<"state", Ownership>("state", {
        read: record({ state: text(), owners: list(principal) }),
        unreadable: notRead,
      }),
    ),
    applications: map(
      text(),
      oneOf<"state", ApplicationSought>("state", {
        application: record<MisnamedApplication>({
          state: text(),
          idIs: text(),
          name: text(),
          servicePrincipal: maybe(text()),
        }),
        nobody: record({ state: text() }),
        unreadable: notRead,
      }),
    ),
    rootRoles: maybe(
      oneOf<"state", NonNullable<TenantFacts["rootRoles"]>>("state", {
        read: record({
          state: text(),
          roles: list(record<RootRole>({ principal: text(), kind: maybe(text()), role: text() })),
        }),
        unreadable: notRead,
      }),
    ),
  }),
  coverage: coverageOf(tenantParts),
});

const identities = record<IdentitiesReading>({
  identities: record<IdentitiesReading["identities"]>({ resources: map(text(), map(text(), number)), isWhole: flag }),
  coverage: coverageOf(["identities"]),
});

const assignments = collection(
  record<RoleAssignment>({
    id: text(),
    principal: text(),
    principalType: text(),
    role: text(),
    scope: text(),
    subscription: text(),
    customer: text(),
    createdAt: maybe(number),
  }),
);
const assignmentsCoverage = coverageOf(["roleAssignments"]);

/** In one slice: even of a large estate there are few thousand records. */
const atOnce = <Value>(codec: Codec<Value>): Packing<Value> => ({
  *pack(value) {
    const to = createWriter();
    codec.write(value, to);
    return yield* to.bytes();
  },
  *unpack(bytes) {
    return codec.read(yield* createReader(bytes));
  },
});

export const directoryPacking = atOnce(directory);
export const tenantPacking = atOnce(tenant);
export const identitiesPacking = atOnce(identities);

export const roleAssignmentsPacking: Packing<RoleAssignmentsReading> = {
  *pack(reading) {
    const to = createWriter();
    assignmentsCoverage.write(reading.coverage, to);
    yield* assignments.write(reading.assignments, to);
    return yield* to.bytes();
  },
  *unpack(bytes) {
    const from = yield* createReader(bytes);
    return { coverage: assignmentsCoverage.read(from), assignments: yield* assignments.read(from) };
  },
};
