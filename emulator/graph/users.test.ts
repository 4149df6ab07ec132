import { describe, expect, test } from "vitest";
import {
  ada,
  asAda,
  asScript,
  ask,
  askEventually,
  ben,
  cycleA,
  cycleB,
  guest,
  hidden,
  idsOf,
  leaver,
  microsoft365,
  nested,
  origin,
  script,
  security,
} from "./small-directory";

describe("one user", () => {
  test("comes with the default properties, which say nothing of whether the account is enabled", async () => {
    const { status, body } = await ask(`/users/${leaver}`);
    expect(status).toBe(200);
    expect(body).toEqual({
      "@odata.context": `${origin}/v1.0/$metadata#users/$entity`,
      businessPhones: [],
      displayName: "Lee Left",
      givenName: null,
      jobTitle: "Engineer",
      mail: "lee.left@adatum.example",
      mobilePhone: null,
      officeLocation: null,
      preferredLanguage: null,
      surname: null,
      userPrincipalName: "lee.left@adatum.example",
      id: leaver,
    });
  });

  test("$select chooses properties in any case and names them in the context", async () => {
    const { body } = await ask(`/users/${leaver}?$select=ID,accountEnabled,userType`);
    expect(body).toEqual({
      "@odata.context": `${origin}/v1.0/$metadata#users(id,accountEnabled,userType)/$entity`,
      id: leaver,
      accountEnabled: false,
      userType: "Member",
    });
  });

  test("is found by user principal name, a guest's with its #EXT# escaped", async () => {
    const { body } = await ask("/users/gia_contoso.example%23EXT%23%40adatum.example?$select=id,externalUserState");
    expect(body).toMatchObject({ id: guest, externalUserState: "Accepted" });
    expect((await ask(`/users('${ben}')?$select=id`)).body.id).toBe(ben);
  });

  test("who does not exist is 404", async () => {
    const { status, body } = await ask("/users/nobody@adatum.example");
    expect(status).toBe(404);
    expect(body.error).toMatchObject({
      code: "Request_ResourceNotFound",
      message:
        "Resource 'nobody@adatum.example' does not exist or one of its queried reference-property objects are not present.",
    });
  });

  test("takes no options of collections", async () => {
    expect((await ask(`/users/${ada}?$top=5`)).body.error?.code).toBe("Request_BadRequest");
    expect((await ask(`/users/${ada}/$count`)).status).toBe(400);
  });
});

describe("me", () => {
  test("is the signed-in person, with User.Read alone", async () => {
    const { status, body } = await ask("/me?$select=id,accountEnabled", { caller: asAda(["User.Read"]) });
    expect(status).toBe(200);
    expect(body).toMatchObject({ id: ada, accountEnabled: true });
  });

  test("is no one for an application", async () => {
    const { status, body } = await ask("/me", { caller: asScript });
    expect(status).toBe(400);
    expect(body.error?.message).toContain("delegated authentication flow");
  });

  test("lists memberships that came with groups the app may not read, by type and id only", async () => {
    const answer = await ask("/me/memberOf?$select=id,displayName", { caller: asAda(["User.Read"]) });
    expect(answer.body.value).toEqual(
      [security, microsoft365, cycleA].map((id) => ({
        "@odata.type": "#microsoft.graph.group",
        id,
        displayName: null,
      })),
    );
  });
});

describe("a user's relations", () => {
  test("memberOf is direct, transitiveMemberOf climbs six levels", async () => {
    expect(idsOf(await ask(`/users/${ben}/memberOf`))).toEqual([microsoft365, nested[5]]);
    expect(idsOf(await ask(`/users/${ben}/transitiveMemberOf`)).sort()).toEqual([microsoft365, ...nested].sort());
  });

  test("transitiveMemberOf ends in a cycle", async () => {
    expect(idsOf(await ask(`/users/${leaver}/transitiveMemberOf`)).sort()).toEqual([security, cycleA, cycleB].sort());
  });

  test("groups with hidden membership appear with Member.Read.Hidden only", async () => {
    const caller = asAda(["Directory.Read.All", "Member.Read.Hidden"]);
    expect(idsOf(await ask("/me/memberOf"))).not.toContain(hidden);
    expect(idsOf(await ask("/me/memberOf", { caller }))).toContain(hidden);
  });

  test("a cast narrows the list, names its set and needs the advanced query parameters", async () => {
    const path = `/me/transitiveMemberOf/microsoft.graph.group?$select=id`;
    expect((await ask(path)).body.error?.code).toBe("Request_UnsupportedQuery");
    const { body } = await askEventually(`${path}&$count=true`);
    expect(body).toMatchObject({
      "@odata.context": `${origin}/v1.0/$metadata#groups(id)`,
      "@odata.count": 4,
    });
    expect(body.value?.[0]).toEqual({ id: security });
  });

  test("ownedObjects are groups and service principals", async () => {
    expect(idsOf(await ask("/me/ownedObjects"))).toEqual([script]);
    expect(idsOf(await ask(`/users/${ben}/ownedObjects`))).toEqual([security]);
  });

  test("getMemberGroups answers ids, security groups only if asked", async () => {
    const all = await ask("/me/getMemberGroups", { body: { securityEnabledOnly: false } });
    const secure = await ask("/me/getMemberGroups", { body: { securityEnabledOnly: true } });
    expect([...(all.body.value ?? [])].sort()).toEqual([security, microsoft365, cycleA, cycleB].sort());
    expect(secure.body.value).not.toContain(microsoft365);
    expect((await ask("/me/getMemberGroups", { body: {} })).status).toBe(400);
  });
});
