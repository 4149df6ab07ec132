import { describe, expect, test } from "vitest";
import {
  ada,
  asAda,
  ask,
  askEventually,
  ben,
  cycleA,
  cycleB,
  deleted,
  dynamic,
  guest,
  hidden,
  id,
  idsOf,
  leaver,
  microsoft365,
  nested,
  origin,
  roleAssignable,
  script,
  scriptAppId,
  security,
} from "./small-directory";

describe("one group", () => {
  test.each([
    [security, { securityEnabled: true, mailEnabled: false, groupTypes: [], isAssignableToRole: null }],
    [microsoft365, { securityEnabled: false, mailEnabled: true, groupTypes: ["Unified"] }],
    [dynamic, { groupTypes: ["DynamicMembership"], membershipRule: 'user.department -eq "Sales"' }],
    [roleAssignable, { isAssignableToRole: true, visibility: "Private" }],
  ])("%s says of what sort it is", async (group, expected) => {
    const { body } = await ask(
      `/groups/${group}?$select=id,displayName,securityEnabled,mailEnabled,groupTypes,isAssignableToRole,membershipRule,visibility,onPremisesSyncEnabled`,
    );
    expect(body).toMatchObject(expected);
  });

  test("unknown is 404, and an id that is none is 400", async () => {
    expect((await ask(`/groups/${id(77)}`)).body.error?.code).toBe("Request_ResourceNotFound");
    expect((await ask("/groups/operators")).body.error).toMatchObject({
      code: "Request_BadRequest",
      message: "Invalid object identifier 'operators'.",
    });
  });

  test("properties that no world holds are refused by name instead of answered with null", async () => {
    const { status, body } = await ask(`/groups/${security}?$select=id,createdDateTime`);
    expect(status).toBe(501);
    expect(body.error?.message).toContain("createdDateTime");
  });
});

describe("members", () => {
  test("are direct, without the deleted, and without service principals as in version 1.0", async () => {
    const answer = await ask(`/groups/${security}/members?$select=id,userPrincipalName,appId,accountEnabled`);
    expect(answer.body["@odata.context"]).toBe(
      `${origin}/v1.0/$metadata#directoryObjects(id,userPrincipalName,appId,accountEnabled)`,
    );
    expect(idsOf(answer)).toEqual([ada, leaver, guest]);
    expect(answer.body.value?.[1]).toEqual({
      "@odata.type": "#microsoft.graph.user",
      userPrincipalName: "lee.left@adatum.example",
      id: leaver,
      accountEnabled: false,
    });
    expect(idsOf(answer)).not.toContain(deleted);
  });

  test("show service principals under a cast to their type, with the advanced query parameters", async () => {
    const path = `/groups/${security}/members/microsoft.graph.servicePrincipal`;
    const { body } = await askEventually(`${path}?$count=true&$select=id,appId`);
    expect(body).toMatchObject({ "@odata.count": 1, value: [{ id: script, appId: scriptAppId }] });
    expect((await ask(path)).body.error?.code).toBe("Request_UnsupportedQuery");
    const refused = await askEventually(`/groups/${microsoft365}/members/microsoft.graph.servicePrincipal?$count=true`);
    expect(refused.body.error?.code).toBe("Request_UnsupportedQuery");
  });

  test("transitive ones are flattened over six levels, groups included", async () => {
    expect(idsOf(await ask(`/groups/${nested[0]}/members`))).toEqual([nested[1]]);
    expect(idsOf(await ask(`/groups/${nested[0]}/transitiveMembers`))).toEqual([...nested.slice(1), ben]);
  });

  test("two groups that hold each other do not hold themselves", async () => {
    expect(idsOf(await ask(`/groups/${cycleA}/transitiveMembers`))).toEqual([cycleB, ada, leaver]);
  });

  test("the cast to users leaves groups and service principals out", async () => {
    const { body } = await askEventually(
      `/groups/${security}/transitiveMembers/microsoft.graph.user?$count=true&$select=id,displayName,userPrincipalName,accountEnabled,userType`,
    );
    expect(body["@odata.count"]).toBe(3);
    expect(body.value).toContainEqual({
      id: guest,
      displayName: "Gia Guest",
      userPrincipalName: "gia_contoso.example#EXT#@adatum.example",
      accountEnabled: true,
      userType: "Guest",
    });
  });

  test("can be counted alone", async () => {
    expect((await askEventually(`/groups/${security}/members/$count`)).body.text).toBe("4");
    expect((await askEventually(`/groups/${security}/transitiveMembers/microsoft.graph.user/$count`)).status).toBe(200);
    expect((await ask(`/groups/${security}/members/$count`)).body.error?.message).toBe(
      "$count is not currently supported.",
    );
  });

  test("of a group with hidden membership show with Member.Read.Hidden only", async () => {
    expect(idsOf(await ask(`/groups/${hidden}/members`))).toEqual([]);
    const caller = asAda(["Directory.Read.All", "Member.Read.Hidden"]);
    expect(idsOf(await ask(`/groups/${hidden}/members`, { caller }))).toEqual([ada, ben]);
  });

  test("owners are not members", async () => {
    expect(idsOf(await ask(`/groups/${security}/owners`))).toEqual([ben]);
    const cast = await askEventually(`/groups/${security}/owners/microsoft.graph.servicePrincipal?$count=true`);
    expect(idsOf(cast)).toEqual([script]);
    expect(idsOf(await ask(`/groups/${security}/members`))).not.toContain(ben);
  });

  test("a group is itself a member", async () => {
    expect(idsOf(await ask(`/groups/${nested[2]}/memberOf`))).toEqual([nested[1]]);
    expect(idsOf(await ask(`/groups/${nested[2]}/transitiveMemberOf`))).toEqual([nested[1], nested[0]]);
  });

  test("casts to types that no world holds are refused by name", async () => {
    const { status, body } = await askEventually(`/groups/${security}/members/microsoft.graph.device?$count=true`);
    expect(status).toBe(501);
    expect(body.error?.message).toContain("microsoft.graph.device");
  });
});
