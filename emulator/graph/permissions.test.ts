import { describe, expect, test } from "vitest";
import {
  ada,
  asAda,
  asScript,
  ask,
  askEventually,
  ben,
  customer,
  foreign,
  foreignAppId,
  guest,
  leaver,
  script,
  scriptAppId,
  security,
  smallDirectory,
} from "./small-directory";

const getByIds = (scopes: string[]) =>
  ask("/directoryObjects/getByIds", { caller: asAda(scopes), body: { ids: [ben] } });

test.each<[path: string, enough: string[], lacking: string[]]>([
  ["/users", ["User.ReadBasic.All"], ["User.Read", "GroupMember.Read.All", "Application.Read.All"]],
  [`/users/${ben}`, ["User.Read.All"], ["User.Read"]],
  [`/users/${ben}/memberOf`, ["GroupMember.Read.All"], ["User.Read", "User.ReadBasic.All"]],
  [`/users/${ben}/ownedObjects`, ["User.Read.All"], ["User.Read"]],
  ["/groups", ["GroupMember.Read.All"], ["User.Read.All", "Application.Read.All"]],
  [`/groups/${security}`, ["Group.Read.All"], ["User.ReadBasic.All", "GroupMember.ReadBasic.All"]],
  [`/groups/${security}/members`, ["GroupMember.ReadBasic.All"], ["User.Read.All"]],
  [`/groups/${security}/transitiveMembers`, ["GroupMember.Read.All"], ["User.Read.All"]],
  [`/groups/${security}/owners`, ["GroupMember.Read.All"], ["User.Read.All"]],
  ["/servicePrincipals", ["Application.Read.All"], ["GroupMember.Read.All"]],
  [`/servicePrincipals/${foreign}`, ["Application.ReadWrite.All"], ["User.Read.All"]],
  [`/servicePrincipals(appId='${foreignAppId}')`, ["Application.Read.All"], ["User.Read.All"]],
  [`/servicePrincipals/${script}/owners`, ["Directory.Read.All"], ["User.Read.All"]],
  [`/applications(appId='${scriptAppId}')`, ["Application.Read.All"], ["User.Read.All"]],
  [`/directoryObjects/${ben}`, ["Directory.Read.All"], ["User.Read.All", "Group.Read.All"]],
  [
    `/tenantRelationships/findTenantInformationByTenantId(tenantId='${customer}')`,
    ["CrossTenantInformation.ReadBasic.All"],
    ["Directory.Read.All"],
  ],
])("%s needs %j and is denied with %j", async (path, enough, lacking) => {
  expect((await ask(path, { caller: asAda(enough) })).status).toBe(200);
  const { status, body } = await ask(path, { caller: asAda(lacking) });
  expect(status).toBe(403);
  expect(body.error).toMatchObject({
    code: "Authorization_RequestDenied",
    message: "Insufficient privileges to complete the operation.",
  });
});

test("getByIds takes Directory.Read.All and no less", async () => {
  expect((await getByIds(["Directory.Read.All"])).status).toBe(200);
  expect((await getByIds(["User.Read.All", "Group.Read.All", "Application.Read.All"])).status).toBe(403);
});

describe("what a permission leaves out is null", () => {
  test("the basic profile does not tell whether an account is enabled", async () => {
    const caller = asAda(["User.ReadBasic.All"]);
    const { body } = await ask(`/users/${leaver}?$select=id,displayName,accountEnabled,userType,jobTitle`, { caller });
    expect(body).toMatchObject({ displayName: "Lee Left", accountEnabled: null, userType: null, jobTitle: null });
  });

  test("nor can it be filtered by", async () => {
    const caller = asAda(["User.ReadBasic.All"]);
    expect((await ask("/users?$filter=accountEnabled eq false", { caller })).status).toBe(403);
    expect((await ask("/users?$filter=displayName eq 'Lee Left'", { caller })).status).toBe(200);
  });

  test("members of kinds the app may not read come with type and id", async () => {
    const caller = asAda(["GroupMember.Read.All"]);
    const { body } = await ask(`/groups/${security}/transitiveMembers?$select=id,displayName,keyCredentials`, {
      caller,
    });
    expect(body.value).toEqual([
      ...[ada, leaver, guest].map((id) => ({ "@odata.type": "#microsoft.graph.user", displayName: null, id })),
      { "@odata.type": "#microsoft.graph.servicePrincipal", id: script, displayName: null, keyCredentials: null },
    ]);
  });

  test("the least-privilege set reads names of people, but not their state", async () => {
    const caller = asAda(["User.Read", "GroupMember.Read.All", "User.ReadBasic.All", "Application.Read.All"]);
    const { body } = await askEventually(
      `/groups/${security}/transitiveMembers/microsoft.graph.user?$count=true&$select=id,displayName,accountEnabled`,
      { caller },
    );
    expect(body.value).toContainEqual({ id: leaver, displayName: "Lee Left", accountEnabled: null });
    expect(body.value).toContainEqual({ id: ada, displayName: "Ada Adams", accountEnabled: true });
  });
});

describe("an application that calls as itself", () => {
  test("has what was consented to, whatever its token says", async () => {
    expect((await ask("/users", { caller: asScript })).status).toBe(200);
    const prefixed = { ...smallDirectory(), consented: ["https://graph.fresnel.localhost/User.Read.All"] };
    expect((await ask("/users", { caller: asScript, world: prefixed })).status).toBe(200);
    const world = { ...smallDirectory(), consented: ["User.Read"] };
    expect((await ask("/users", { caller: { ...asScript, scopes: ["Directory.Read.All"] }, world })).status).toBe(403);
  });

  test("may read itself without any permission, and nobody else", async () => {
    const world = { ...smallDirectory(), consented: [] };
    const asked = { caller: asScript, world };
    expect((await ask(`/servicePrincipals/${script}`, asked)).status).toBe(200);
    expect((await ask(`/servicePrincipals(appId='${scriptAppId}')`, asked)).status).toBe(200);
    expect((await ask(`/servicePrincipals/${foreign}`, asked)).status).toBe(403);
  });
});
