import { describe, expect, test } from "vitest";
import { owner, userAccessAdministrator } from "./delegability";
import { parseRoleList, RoleListError } from "./role-list";

const reader = "acdd72a7-3385-48ef-bd42-f606fba81ae7";
const permissions = [{ actions: ["*/read"], notActions: [], dataActions: null }];
const path = `/subscriptions/x/providers/Microsoft.Authorization/roleDefinitions/${reader.toUpperCase()}`;
const type = "Microsoft.Authorization/roleDefinitions";
const properties = { roleName: "Reader", type: "BuiltInRole", description: "Sees.", permissions };

const expected = {
  id: reader,
  name: "Reader",
  description: "Sees.",
  kind: "builtIn",
  permissions: [{ actions: ["*/read"], notActions: [], dataActions: [], notDataActions: [] }],
};
const read = (value: unknown) => parseRoleList(JSON.stringify(value)).roles;

describe("a list of roles", () => {
  test("is what the CLI prints, what ARM answers, or a plain list", () => {
    const { type: roleType, ...rest } = properties;
    expect(read([{ ...rest, id: path, name: reader, roleType, type }])).toEqual([expected]);
    expect(read({ value: [{ id: path, name: reader, type, properties }] })).toEqual([expected]);
    expect(read([{ ...rest, id: reader }])).toEqual([expected]);
    expect(read([])).toEqual([]);
  });

  test("tells custom roles in each of them", () => {
    const kinds = [
      { id: reader, ...properties, type: "CustomRole" },
      { id: reader, ...properties, type, roleType: "CustomRole" },
      { id: reader, type, properties: { ...properties, type: "customrole" } },
    ].map((role) => read([role])[0]?.kind);
    expect(kinds).toEqual(["custom", "custom", "custom"]);
  });

  test("is whole if it has what every list of all roles has", () => {
    const one = (id: string) => ({ id, roleName: "R", permissions });
    const many = Array.from({ length: 400 }, (_, at) => one(`00000000-0000-0000-0000-${String(at).padStart(12, "0")}`));
    const wellKnown = [owner, userAccessAdministrator, "b24988ac-6180-42a0-ab88-20f7382dd24c", reader].map(one);
    const isWhole = (value: unknown) => parseRoleList(JSON.stringify(value)).isWhole;
    expect(isWhole([...many, ...wellKnown])).toBe(true);
    expect(isWhole([...many, ...wellKnown.slice(1)])).toBe(false);
    expect(isWhole(wellKnown)).toBe(false);
    expect(isWhole({ value: [...many, ...wellKnown], nextLink: "https://more" })).toBe(false);
  });

  test("says that it is one page of several", () => {
    const text = JSON.stringify({ value: [], nextLink: "https://management.azure.com/next" });
    expect(parseRoleList(text).oneOfSeveral).toBe(true);
  });

  test.each([
    ['{"roles": []}', 1, "$", "should be a list"],
    ['"roles"', 1, "$", 'is the string "roles"'],
    ['{"value": {}}', 1, "$.value", "it is an object"],
    ["[\n null]", 2, "$[0]", "should be a role definition, is null"],
    ['[\n{"id": "Reader",\n"roleName": "Reader"}]', 2, "$[0].id", 'is the string "Reader"'],
    [`[{"id": "${reader}",\n "roleName": 7}]`, 2, "$[0].roleName", "is the number 7"],
    [`[{"id": "${reader}", "roleName": "R"}]`, 1, "$[0].permissions", "should be a list, is missing"],
    [`[{"id": "${reader}", "roleName": "R", "permissions": [\n{}]}]`, 2, "$[0].permissions[0]", "should have one of"],
    [
      `{"value": [{"id": "${reader}", "properties": {"roleName": "R", "permissions": [{"actions": [\n"a",\n7]}]}}]}`,
      3,
      "$.value[0].properties.permissions[0].actions[1]",
      "should be a string, is the number 7",
    ],
    ['[\n{"id": "x"', 2, "", "the text ends here"],
  ])("%s is refused with line and path", (text, line, path, message) => {
    try {
      parseRoleList(text);
    } catch (error) {
      expect(error).toBeInstanceOf(RoleListError);
      expect(error).toMatchObject({ line, path, message: expect.stringContaining(message) });
      return;
    }
    expect.fail("was read");
  });
});
