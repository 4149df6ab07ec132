import { describe, expect, it, test } from "vitest";
import { jsonPath } from "../json/node";
import {
  assignmentOf,
  definitionOf,
  ending,
  engineers,
  ids,
  line,
  nestedIn,
  parametersOf,
  read,
  readers,
  templateOf,
} from "./example-template";
import type { ReadTemplate } from "./read-template";

/** Who gets which role, with the path of the role's id. */
const linesOf = ({ definitions }: ReadTemplate) =>
  definitions.flatMap(({ definition, placeOf }) =>
    [...definition.authorizations, ...definition.eligibleAuthorizations].map((one) => {
      const { file, path } = placeOf(one, "roleDefinitionId");
      return [one.principal, one.role, `${file} ${jsonPath(path)}`];
    }),
  );
const scopesOf = ({ definitions }: ReadTemplate) =>
  definitions.map(({ scopes }) => scopes.map((one) => one.resourceGroup));

describe("a template", () => {
  test("for a subscription, with literals", () => {
    const found = read(templateOf([definitionOf({ eligibleAuthorizations: [engineers] }), assignmentOf()]));
    expect(linesOf(found)).toEqual([
      [ids.readers, ids.reader, "template $.resources[0].properties.authorizations[0].roleDefinitionId"],
      [ids.readers, ids.deleteRole, "template $.resources[0].properties.authorizations[1].roleDefinitionId"],
      [ids.engineers, ids.contributor, "template $.resources[0].properties.eligibleAuthorizations[0].roleDefinitionId"],
    ]);
    const [{ definition, isPartial } = {}] = found.definitions;
    expect(definition).toMatchObject({
      offer: "Care",
      description: "Care by Contoso",
      managingTenant: ids.provider,
      eligibleAuthorizations: [
        { policy: { stated: true, mfa: true, longest: "PT4H", approvers: [{ principal: ids.leads, label: "Leads" }] } },
      ],
    });
    expect([scopesOf(found), isPartial, found.notes]).toEqual([[[undefined]], false, []]);
  });

  test("with a parameters file points into that file", () => {
    const template = templateOf(
      [definitionOf({ authorizations: "[parameters('authorizations')]", managedByTenantId: "[parameters('TENANT')]" })],
      { parameters: { authorizations: { type: "array" }, tenant: { type: "string" } } },
    );
    const parameters = parametersOf({ authorizations: [readers], tenant: ids.provider.toUpperCase(), other: 1 });
    const found = read(template, parameters);
    expect(linesOf(found)).toEqual([
      [ids.readers, ids.reader, "parameters $.parameters.authorizations.value[0].roleDefinitionId"],
    ]);
    expect(found.definitions[0]?.definition.managingTenant).toBe(ids.provider);
    expect(found.undeclared).toEqual(["other"]);
    expect(linesOf(read(template, parameters.parameters))).toEqual([
      [ids.readers, ids.reader, "parameters $.authorizations.value[0].roleDefinitionId"],
    ]);
  });

  test("says which parameter has no value, and that lines are unknown", () => {
    const found = read(
      templateOf([definitionOf({ authorizations: "[parameters('authorizations')]" })], {
        parameters: { authorizations: { type: "array" } },
      }),
    );
    expect(found.definitions[0]?.isPartial).toBe(true);
    expect(found.notes).toMatchObject([
      {
        placed: { place: { path: ["resources", 0, "properties", "authorizations"] } },
        why: expect.stringContaining("the parameter authorizations has no value and no default"),
      },
    ]);
  });

  test("takes defaults and variables, and a role's id as a path through a subscription that nobody knows", () => {
    const found = read(
      templateOf(
        [
          definitionOf({
            registrationDefinitionName: "[concat(parameters('name'), ' for ', subscription().displayName)]",
            authorizations: [
              line(ids.readers, "[variables('roles').reader]"),
              line(
                "[toUpper(parameters('group'))]",
                "[subscriptionResourceId('Microsoft.Authorization/roleDefinitions', variables('contributor'))]",
              ),
              line(
                ids.readers,
                "[concat(subscription().id, '/providers/Microsoft.Authorization/roleDefinitions/', variables('roles')['READER'])]",
              ),
              line(ids.readers, `/providers/Microsoft.Authorization/roleDefinitions/${ids.reader.toUpperCase()}`),
              line(
                ids.readers,
                "[resourceId(subscription().subscriptionId, 'Microsoft.Authorization/roleDefinitions', variables('contributor'))]",
              ),
            ],
          }),
        ],
        {
          parameters: { name: { defaultValue: "Care" }, group: { defaultValue: ids.engineers } },
          variables: { roles: { reader: ids.reader }, contributor: "[variables('other')]", other: ids.contributor },
        },
      ),
    );
    expect(linesOf(found).map(([principal, role]) => [principal, role])).toEqual([
      [ids.readers, ids.reader],
      [ids.engineers, ids.contributor],
      [ids.readers, ids.reader],
      [ids.readers, ids.reader],
      [ids.readers, ids.contributor],
    ]);
    expect(found.definitions[0]?.definition.offer).toBe("Care for <subscription().displayName>");
    expect(found.notes).toEqual([]);
  });

  test("leaves what only deployment tells, and takes what is written alike for one", () => {
    const found = read(
      templateOf([
        definitionOf({
          authorizations: [
            line("[reference('x').id]", ids.reader),
            line("[reference('x').id]", ids.deleteRole),
            line("GROUP-OBJECT-ID", ids.reader),
            line(ids.readers, "[newGuid()]"),
          ],
        }),
      ]),
    );
    const [one, other, third, last] = found.definitions[0]?.definition.authorizations ?? [];
    expect(one?.principal).toBe(other?.principal);
    expect(third?.principal).not.toBe(one?.principal);
    expect(last?.role).toContain("unknown");
    expect(found.notes.map(({ what, why }) => `${what}: ${why}`)).toEqual([
      "the principalId of a line: [reference('x').id]: it is known at deployment only",
      "the principalId of a line: [reference('x').id]: it is known at deployment only",
      'the principalId of a line: "GROUP-OBJECT-ID" is not one',
      "the roleDefinitionId of a line: [newGuid()]: it is known at deployment only",
    ]);
    expect(found.definitions[0]?.isPartial).toBe(true);
  });

  test("for one resource group, in a nested deployment", () => {
    const found = read(templateOf([definitionOf(), nestedIn("[parameters('mspOfferName')]", [assignmentOf()])]));
    expect(scopesOf(found)).toEqual([["Care"]]);
  });

  test("for several resource groups, copied", () => {
    const named = "[guid(parameters('groups')[copyIndex()].rgName)]";
    const copy = { name: "each", count: "[length(parameters('groups'))]" };
    const definitionId =
      "[resourceId('Microsoft.ManagedServices/registrationDefinitions', guid(parameters('groups')[copyIndex('each')].rgName))]";
    const found = read(
      templateOf(
        [
          definitionOf({}, { name: named, copy }),
          nestedIn(
            "[parameters('groups')[copyIndex()].rgName]",
            [assignmentOf({ name: named, properties: { registrationDefinitionId: definitionId } })],
            { copy: { ...copy, name: "each" } },
          ),
        ],
        { parameters: { groups: { type: "array" } } },
      ),
      parametersOf({ groups: [{ rgName: "rg-a" }, { rgName: "rg-b" }] }),
    );
    expect(scopesOf(found)).toEqual([["rg-a"], ["rg-b"]]);
    expect(new Set(found.definitions.map(({ definition }) => definition.id)).size).toBe(2);
  });

  test("that repeats as often as nobody knows is read once and says so", () => {
    const found = read(
      templateOf([definitionOf({}, { copy: { name: "each", count: "[length(parameters('groups'))]" } })], {
        parameters: { groups: { type: "array" } },
      }),
    );
    expect([found.definitions.length, found.notes]).toMatchObject([1, [{ what: "how often a resource repeats" }]]);
  });

  test("copies lines within a property and within a variable", () => {
    const found = read(
      templateOf(
        [
          definitionOf({
            authorizations: undefined,
            copy: [
              {
                name: "authorizations",
                count: 2,
                input: line("[variables('groups')[copyIndex('authorizations')]]", ids.reader),
              },
            ],
            eligibleAuthorizations: "[variables('eligible')]",
          }),
        ],
        {
          variables: {
            groups: [ids.readers, ids.engineers],
            copy: [
              { name: "eligible", count: "[length(variables('groups'))]", input: line(ids.leads, ids.contributor) },
            ],
          },
        },
      ),
    );
    expect(linesOf(found).map(([principal]) => principal)).toEqual([ids.readers, ids.engineers, ids.leads, ids.leads]);
  });

  test("with an inner deployment sees only what that is given", () => {
    const inner = {
      expressionEvaluationOptions: { scope: "inner" },
      parameters: { offer: { value: "[concat(parameters('mspOfferName'), '!')]" } },
      template: {
        parameters: { offer: { type: "string" } },
        resources: [
          definitionOf({
            registrationDefinitionName: "[parameters('offer')]",
            description: "[parameters('mspOfferName')]",
          }),
        ],
      },
    };
    const found = read(templateOf([nestedIn("rg", [], {}, inner)]));
    expect(found.definitions[0]?.definition).toMatchObject({
      offer: "Care!",
      description: "<parameters('mspOfferName')>",
    });
  });

  test("within a policy, which deploys it to every subscription below a management group", () => {
    const policy = {
      type: "Microsoft.Authorization/policyDefinitions",
      properties: {
        parameters: { lines: { type: "array", defaultValue: "[parameters('authorizations')]" } },
        policyRule: {
          then: {
            details: {
              deployment: {
                properties: {
                  parameters: { lines: { value: "[[parameters('lines')]" } },
                  template: {
                    parameters: { lines: { type: "array" } },
                    resources: [
                      definitionOf({
                        authorizations: "[[parameters('lines')]",
                        registrationDefinitionName: "[parameters('mspOfferName')]",
                      }),
                    ],
                  },
                },
              },
            },
          },
        },
      },
    };
    const found = read(templateOf([policy]), parametersOf({ authorizations: [readers] }));
    expect(linesOf(found)).toEqual([
      [ids.readers, ids.reader, "parameters $.parameters.authorizations.value[0].roleDefinitionId"],
    ]);
    expect(found.definitions[0]?.definition.offer).toBe("Care");
  });

  test("leaves out what is not deployed, and names what may be", () => {
    const found = read(
      templateOf([
        definitionOf({}, { condition: "[equals(parameters('mspOfferName'), 'Other')]" }),
        definitionOf({}, { condition: "[equals(deployment().name, 'x')]" }),
      ]),
    );
    expect(found.definitions.map(({ place }) => place.path)).toEqual([["resources", 1]]);
    expect(found.notes).toMatchObject([{ what: "whether a resource is deployed at all" }]);
  });

  it("may have resources by name, comments, trailing commas, a byte order mark and names in any case", () => {
    const text = `\ufeff{ // ours
      "Resources": { "def": /* the offer */ {
        "Type": "microsoft.managedservices/REGISTRATIONDEFINITIONS",
        "properties": { "ManagedByTenantId": "${ids.provider.toUpperCase()}",
          "Authorizations": [ { "PrincipalId": "${ids.readers.toUpperCase()}", "roleDefinitionID": "${ids.reader}", }, ], } }, }, }`;
    expect(linesOf(read(text))).toEqual([
      [ids.readers, ids.reader, "template $.Resources.def.properties.Authorizations[0].roleDefinitionID"],
    ]);
  });

  test("tells which parts of a line are known at deployment only", () => {
    const policy = { multiFactorAuthProvider: "[parameters('mfa')]", maximumActivationDuration: "PT1H" };
    const { definitions } = read(
      templateOf(
        [
          definitionOf({
            eligibleAuthorizations: [line(ids.leads, ids.contributor, { justInTimeAccessPolicy: policy })],
          }),
        ],
        {
          parameters: { mfa: { type: "string" } },
        },
      ),
    );
    const [one] = definitions;
    expect(one?.definition.eligibleAuthorizations.map(one.openPartsOf)).toEqual([["multiFactorAuthProvider"]]);
    expect(one?.definition.authorizations.map(one.openPartsOf)).toEqual([[], []]);
  });
});

describe("a manifest of a marketplace plan", () => {
  test("is lines beside a tenant, or ARM's record of it", () => {
    const manifest = { version: "1.0.0", tenantId: ids.provider, authorizations: [readers, ending] };
    const found = read(manifest);
    expect([found.kind, linesOf(found).map(([, , place]) => place)]).toEqual([
      "manifest",
      ["template $.authorizations[0].roleDefinitionId", "template $.authorizations[1].roleDefinitionId"],
    ]);
    expect(found.definitions[0]?.definition.managingTenant).toBe(ids.provider);
    const record = {
      properties: { managedByTenantId: ids.provider, authorizations: [readers] },
      plan: { name: "p", version: "1.0.0" },
    };
    expect(read(record).definitions[0]?.definition).toMatchObject({
      plan: { name: "p" },
      managingTenant: ids.provider,
    });
  });
});
