import { describe, expect, test } from "vitest";
import { jsonPath } from "@/lib/domain/json/node";
import type { RoleId } from "@/lib/domain/ids";
import type { Role } from "@/lib/domain/role";
import { aRole } from "@/lib/domain/roles/example-role";
import { defaultPolicy } from "@/lib/domain/findings/policy/policy";
import {
  assignmentOf,
  definitionOf,
  ending,
  engineers,
  ids,
  line,
  parametersOf,
  readers,
  templateOf,
} from "../example-template";
import { readTemplate } from "../read-template";
import { checkTemplate } from "./check-template";

const role = (id: string, name: string, ...actions: string[]): Role => ({
  ...aRole({ actions }),
  id: id as RoleId,
  name,
});
const roles = [
  role(ids.reader, "Reader", "*/read"),
  role(ids.contributor, "Contributor", "*"),
  role(ids.deleteRole, "Delete Role", "Microsoft.ManagedServices/registrationAssignments/delete"),
  role(ids.userAccess, "User Access Administrator", "*/read", "Microsoft.Authorization/*"),
  role(ids.identityOperator, "Identity Operator", "Microsoft.ManagedIdentity/userAssignedIdentities/*/assign/action"),
  role(ids.machineContributor, "Machine Contributor", "Microsoft.Compute/virtualMachines/*"),
  {
    ...aRole({ dataActions: ["Microsoft.Storage/blobs/read"] }),
    id: ids.blobReader as RoleId,
    name: "Blob Reader",
  },
];
const now = Date.parse("2026-11-20T09:00:00Z");

function check(template: unknown, parameters?: unknown, known: readonly Role[] | undefined = roles) {
  const read = readTemplate(
    JSON.stringify(template),
    parameters === undefined ? undefined : JSON.stringify(parameters),
  );
  const { findings, cannotJudge } = checkTemplate(read, { roles: known, hasAllRoles: false, now });
  return {
    found: findings.map(({ finding, place }) => `${finding.rule.id} ${place.file} ${jsonPath(place.path)}`),
    messages: findings.map(({ message }) => message),
    blank: cannotJudge
      .filter(({ isBeyond }) => !isBeyond)
      .map(({ rule, message }) => `${rule?.id ?? "all"}: ${message}`),
    people: cannotJudge.filter(({ isBeyond }) => isBeyond).map(({ rule }) => rule?.id),
  };
}
const checkLines = (authorizations: unknown, eligibleAuthorizations: unknown = [engineers]) =>
  check(templateOf([definitionOf({ authorizations, eligibleAuthorizations }), assignmentOf()]));
const engineersRead = line(ids.engineers, ids.reader);

describe("a template is judged by the rules for live offers", () => {
  test("and a sound one trips none", () => {
    const { found, blank, people } = checkLines([readers, ending, engineersRead]);
    expect([found, blank]).toEqual([[], []]);
    expect(people).toContain("LH-PRN-001");
  });

  test("each finding names its line, and what makes it one", () => {
    const { found, messages } = checkLines([readers, ending, line(ids.engineers, ids.contributor)], []);
    expect(found).toContain("LH-SEC-001 template $.resources[0].properties.authorizations[2].roleDefinitionId");
    const at = found.findIndex((text) => text.startsWith("LH-SEC-001"));
    expect(messages[at]).toMatch(/: Contributor for Somebody \(Microsoft\..* by \* gives .*, and \d+ more\)\.$/);
  });

  test("a part of a policy is pointed at, or what is there of it", () => {
    const policy = (justInTimeAccessPolicy?: object) =>
      checkLines([readers, ending, engineersRead], [{ ...engineers, justInTimeAccessPolicy }]).found.find((text) =>
        text.includes("JIT-003"),
      );
    const at = "LH-JIT-003 template $.resources[0].properties.eligibleAuthorizations[0]";
    expect(policy({ multiFactorAuthProvider: "None" })).toBe(`${at}.justInTimeAccessPolicy.multiFactorAuthProvider`);
    expect(policy({ maximumActivationDuration: "PT1H" })).toBe(`${at}.justInTimeAccessPolicy`);
    expect(policy()).toBe(at);
  });

  test("what is written in a parameters file is pointed at there, and once for all copies", () => {
    const copied = templateOf(
      [
        definitionOf(
          { authorizations: "[parameters('lines')]" },
          { copy: { name: "each", count: 3 }, name: "[guid(string(copyIndex()))]" },
        ),
      ],
      { parameters: { lines: { type: "array" } } },
    );
    const { found } = check(copied, parametersOf({ lines: [readers, ending, line(ids.engineers, ids.contributor)] }));
    expect(found.filter((text) => text.startsWith("LH-SEC-001"))).toEqual([
      "LH-SEC-001 parameters $.parameters.lines.value[2].roleDefinitionId",
    ]);
  });

  test("a missing Delete role shows at the list that should have it", () => {
    expect(checkLines([readers, engineersRead]).found).toContain(
      "LH-DEL-001 template $.resources[0].properties.authorizations",
    );
  });

  test("one holder of both halves of an identity's takeover, at a line that has one", () => {
    const halves = [ids.identityOperator, ids.machineContributor].map((one) => line(ids.engineers, one));
    const { found, messages } = checkLines([readers, ending, engineersRead, ...halves], []);
    const at = found.indexOf("LH-ESC-001 template $.resources[0].properties.authorizations[3].roleDefinitionId");
    expect(messages[at]).toBe("Managed identities can be taken over, standing: Somebody.");
    const apart = [halves[0], line(ids.leads, ids.machineContributor)];
    expect(checkLines([readers, ending, engineersRead, ...apart], []).found.join()).not.toContain("ESC-001");
  });

  test("whoever holds a role in two ways is called what the template calls it", () => {
    const { found, messages } = checkLines([readers, ending, engineersRead, line(ids.engineers, ids.contributor)]);
    const at = found.findIndex((text) => text.startsWith("LH-JIT-010"));
    expect(messages[at]).toBe("Role held both permanently and eligibly: Contributor for Somebody.");
  });

  test("two policies for one role show where it is eligible, wherever else it is given", () => {
    const strict = { ...engineers, justInTimeAccessPolicy: { multiFactorAuthProvider: "None" } };
    const { found } = checkLines(
      [readers, line(ids.leads, ids.contributor), ending, engineersRead],
      [engineers, strict],
    );
    expect(found.filter((text) => text.startsWith("LH-JIT-007"))).toEqual([
      "LH-JIT-007 template $.resources[0].properties.eligibleAuthorizations[0].roleDefinitionId",
    ]);
  });

  test("a policy that states no length has Azure's, which is a finding", () => {
    const unstated = { multiFactorAuthProvider: "Azure", managedByTenantApprovers: [{ principalId: ids.leads }] };
    const found = (policy: object) =>
      checkLines(
        [readers, ending, engineersRead],
        [line(ids.engineers, ids.reader, { justInTimeAccessPolicy: policy })],
      ).found.filter((text) => text.startsWith("LH-JIT-006"));
    const at = "LH-JIT-006 template $.resources[0].properties.eligibleAuthorizations[0].justInTimeAccessPolicy";
    expect(found(unstated)).toEqual([at]);
    expect(found({ ...unstated, maximumActivationDuration: null })).toEqual([`${at}.maximumActivationDuration`]);
    expect(found({ ...unstated, maximumActivationDuration: "PT8H" })).toEqual([]);
  });

  test("a policy switches rules off", () => {
    const read = readTemplate(JSON.stringify(templateOf([definitionOf({ authorizations: [readers] })])));
    const policy = { ...defaultPolicy, rules: { ...defaultPolicy.rules, "LH-DEL-001": "off" as const } };
    const idsOf = (one: typeof policy | undefined) =>
      checkTemplate(read, { roles, hasAllRoles: true, policy: one, now }).findings.map(
        ({ finding }) => finding.rule.id as string,
      );
    expect(idsOf(undefined)).toContain("LH-DEL-001");
    expect(idsOf(policy)).not.toContain("LH-DEL-001");
  });
});

describe("a role that User Access Administrator may assign", () => {
  const assigning = (...delegatedRoleDefinitionIds: string[]) =>
    line(ids.engineers, ids.userAccess, { delegatedRoleDefinitionIds });
  const checkAssigned = (...assigned: string[]) => {
    const lines = [readers, ending, engineersRead, assigning(...assigned)];
    const read = readTemplate(
      JSON.stringify(
        templateOf([definitionOf({ authorizations: lines }), assignmentOf()], { parameters: { role: {} } }),
      ),
    );
    const { findings, cannotJudge } = checkTemplate(read, { roles, hasAllRoles: true, now });
    const ofRule = <Item extends { place: { path: readonly (string | number)[] }; message: string }>(items: Item[]) =>
      items.map(({ place, message }) => `${jsonPath(place.path).split("authorizations").at(-1)}: ${message}`);
    return {
      found: ofRule(findings.filter(({ finding }) => finding.rule.id === "LH-DEL-007")),
      blank: ofRule(cannotJudge.filter(({ rule }) => rule?.id === "LH-DEL-007")),
      notes: ofRule(cannotJudge.filter(({ rule, isBeyond }) => !rule && !isBeyond)),
    };
  };
  const title = "Role that Azure Lighthouse does not delegate";
  const at = (number: number) => `[3].delegatedRoleDefinitionIds[${number}]`;

  test("is pointed at with the reason why it may not be one, each by itself", () => {
    const nobodys = "00000000-0000-4000-8000-00000000000f";
    expect(checkAssigned(ids.contributor, ids.userAccess, nobodys, ids.blobReader)).toMatchObject({
      found: [
        `${at(1)}: ${title}: User Access Administrator in delegatedRoleDefinitionIds. Its holder may assign other roles, and not this one.`,
        `${at(2)}: ${title}: ${nobodys} in delegatedRoleDefinitionIds. It is not in Azure's list of roles.`,
        `${at(3)}: ${title}: Blob Reader in delegatedRoleDefinitionIds. It has the data action Microsoft.Storage/blobs/read, and Azure Lighthouse delegates none.`,
      ],
      blank: [],
    });
    expect(checkAssigned(ids.contributor, ids.reader).found).toEqual([]);
  });

  test("is not judged where only deployment tells it, and others in the list are", () => {
    const { found, blank, notes } = checkAssigned("[parameters('role')]", ids.userAccess);
    expect([found.length, blank]).toEqual([1, [`${at(0)}: delegatedRoleDefinitionIds[0] is not known.`]]);
    expect(notes).toEqual([expect.stringContaining("A role in delegatedRoleDefinitionIds is not known: [parameters")]);
    expect(checkAssigned("[parameters('role')]").found).toEqual([]);
  });
});

describe("what cannot be judged is said", () => {
  test("of a tenant whose id only deployment tells, which keeps no pipeline; not of one that is none", () => {
    const tenant = (managedByTenantId: unknown) => {
      const lines = { authorizations: [readers, ending, engineersRead], managedByTenantId };
      const { blank } = check(templateOf([definitionOf(lines), assignmentOf()], { parameters: { tenant: {} } }));
      return blank;
    };
    expect(tenant("contoso.com")).toEqual([
      'all: The managedByTenantId is wrong: "contoso.com" is not a tenant\'s id (GUID).',
    ]);
    expect(tenant(7)).toEqual(["all: The managedByTenantId is wrong: the number is not a tenant's id (GUID)."]);
    expect([tenant("[parameters('tenant')]"), tenant("[concat('a', parameters('tenant'))]")]).toEqual([[], []]);
  });

  test("without roles, while the others are", () => {
    const template = templateOf([
      definitionOf({ eligibleAuthorizations: [{ ...engineers, justInTimeAccessPolicy: null }] }),
    ]);
    const read = readTemplate(JSON.stringify(template));
    const { findings, cannotJudge } = checkTemplate(read, { roles: undefined, hasAllRoles: false, now });
    expect(findings.map(({ finding }) => finding.rule.id)).toContain("LH-JIT-003");
    expect(findings.map(({ finding }) => finding.rule.id)).not.toContain("LH-SEC-001");
    const blanks = cannotJudge.filter(({ rule }) => rule?.id === "LH-SEC-001");
    expect(blanks.map(({ message }) => message)).toContain("Cannot be judged without role definitions.");
    expect(blanks.map(({ place }) => jsonPath(place.path))).toContain(
      "$.resources[0].properties.authorizations[0].roleDefinitionId",
    );
  });

  test("of a role that the list does not have", () => {
    const { blank } = check(templateOf([definitionOf()]), undefined, roles.slice(1));
    expect(blank).toContain(`LH-SEC-001: The role ${ids.reader} is not in the list of roles.`);
  });

  test("of a role that does not exist it is a finding", () => {
    const read = readTemplate(JSON.stringify(templateOf([definitionOf()])));
    const foundWith = (hasAllRoles: boolean) =>
      checkTemplate(read, { roles: roles.slice(1), hasAllRoles, now }).findings.map(
        ({ finding }) => finding.rule.id as string,
      );
    expect([foundWith(true), foundWith(false)]).toEqual([
      expect.arrayContaining(["LH-DEL-007"]),
      expect.not.arrayContaining(["LH-DEL-007"]),
    ]);
  });

  test("of a role that only deployment tells, though no such role exists", () => {
    const read = readTemplate(
      JSON.stringify(
        templateOf([definitionOf({ authorizations: [readers, ending, line(ids.engineers, "[newGuid()]")] })]),
      ),
    );
    const { findings, cannotJudge } = checkTemplate(read, { roles, hasAllRoles: true, now });
    expect(findings.map(({ finding }) => finding.rule.id)).not.toContain("LH-DEL-007");
    expect(cannotJudge.map(({ rule, message }) => `${rule?.id}: ${message}`)).toContain(
      "LH-DEL-007: The role of this line is not known.",
    );
  });

  test("of lines that only deployment tells: nothing is missing for certain", () => {
    const template = templateOf([definitionOf({ authorizations: "[parameters('lines')]" })], {
      parameters: { lines: { type: "array" } },
    });
    const { found, blank } = check(template);
    expect(found.filter((text) => text.startsWith("LH-DEL-001"))).toEqual([]);
    expect(blank).toContain("LH-DEL-001: Lines of this offer are known at deployment only.");
    expect(blank).toContainEqual(expect.stringContaining("the parameter lines has no value"));
  });

  test("of a part of a policy that only deployment tells", () => {
    const open = { ...engineers, justInTimeAccessPolicy: { multiFactorAuthProvider: "[parameters('mfa')]" } };
    const { found, blank } = check(
      templateOf([definitionOf({ eligibleAuthorizations: [open] })], { parameters: { mfa: {} } }),
    );
    expect(found.join()).not.toContain("JIT-003");
    expect(blank).toContain("LH-JIT-003: multiFactorAuthProvider is known at deployment only.");
  });

  test("of whom a placeholder stands for, which keeps no role from being judged", () => {
    const { found, blank, people } = checkLines([readers, ending, line("<group>", ids.contributor)], []);
    expect(found.join()).toContain("LH-SEC-001");
    expect([blank, people]).toEqual([[], expect.arrayContaining([undefined])]);
  });
});
