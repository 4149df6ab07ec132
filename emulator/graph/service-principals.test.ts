import { expect, test } from "vitest";
import {
  ada,
  asAda,
  ask,
  customer,
  foreign,
  foreignAppId,
  home,
  id,
  idsOf,
  origin,
  script,
  scriptAppId,
  security,
} from "./small-directory";

test("a service principal shows its credentials' dates and never a secret", async () => {
  const { body } = await ask(`/servicePrincipals/${script}`);
  expect(body).toMatchObject({
    appId: scriptAppId,
    servicePrincipalType: "Application",
    accountEnabled: true,
    appOwnerOrganizationId: home,
  });
  expect(body.passwordCredentials).toEqual([
    {
      customKeyIdentifier: null,
      displayName: "first secret",
      endDateTime: "2025-01-01T00:00:00Z",
      hint: null,
      keyId: id(401),
      secretText: null,
      startDateTime: "2024-01-01T00:00:00Z",
    },
  ]);
  expect(body.keyCredentials).toMatchObject([{ keyId: id(402), key: null, endDateTime: "2025-01-01T00:00:00Z" }]);
  for (const path of [`/servicePrincipals/${script}`, "/servicePrincipals", `/directoryObjects/${script}`])
    expect(JSON.stringify((await ask(path)).body)).not.toContain("never-shown");
});

test("the secret is not a property that could be selected", async () => {
  expect((await ask(`/servicePrincipals/${script}?$select=secret`)).status).toBe(400);
});

test("is found by application id", async () => {
  const { body } = await ask(`/servicePrincipals(appId='${foreignAppId}')?$select=id,accountEnabled`);
  expect(body).toMatchObject({ id: foreign, accountEnabled: false });
  expect((await ask(`/servicePrincipals(appId%3D%27${foreignAppId}%27)`)).status).toBe(200);
  expect((await ask(`/servicePrincipals(appId='${id(9)}')`)).status).toBe(404);
  expect((await ask("/servicePrincipals(appId='x')")).status).toBe(400);
});

test("has owners and memberships", async () => {
  expect(idsOf(await ask(`/servicePrincipals/${script}/owners`))).toEqual([ada]);
  expect(idsOf(await ask(`/servicePrincipals/${script}/memberOf`))).toEqual([security]);
  expect(idsOf(await ask(`/servicePrincipals/${script}/transitiveMemberOf`))).toEqual([security]);
});

test("the application is shown where it lives", async () => {
  const { body } = await ask(`/applications(appId='${scriptAppId}')`);
  expect(body).toMatchObject({ appId: scriptAppId, displayName: "Nightly report" });
  expect(body.id).not.toBe(script);
  expect(body.passwordCredentials).toHaveLength(1);
  expect((await ask(`/applications(appId='${foreignAppId}')`)).status).toBe(404);
});

test("an application has an id of its own, which is not its service principal's", async () => {
  const { body: known } = await ask(`/applications(appId='${scriptAppId}')`);
  const { body } = await ask(`/applications/${String(known.id)}`);
  expect(body).toEqual(known);
  expect((await ask(`/servicePrincipals/${String(known.id)}`)).status).toBe(404);
  for (const other of [script, scriptAppId]) expect((await ask(`/applications/${other}`)).status).toBe(404);
});

test("a tenant's name is found by its id and by its domain", async () => {
  const caller = asAda(["CrossTenantInformation.ReadBasic.All"]);
  const expected = {
    "@odata.context": `${origin}/v1.0/$metadata#microsoft.graph.tenantInformation`,
    tenantId: customer,
    federationBrandName: null,
    displayName: "Contoso",
    defaultDomainName: "contoso.example",
  };
  const at = "/tenantRelationships/findTenantInformationBy";
  expect((await ask(`${at}TenantId(tenantId='${customer}')`, { caller })).body).toEqual(expected);
  expect((await ask(`${at}DomainName(domainName='Contoso.example')`, { caller })).body).toEqual(expected);
  expect((await ask(`${at}TenantId(tenantId='${id(9)}')`, { caller })).status).toBe(404);
  expect((await ask(`${at}TenantId(tenantId='contoso')`, { caller })).status).toBe(400);
});

test("the organisation is the managing tenant", async () => {
  const { body } = await ask("/organization", { caller: asAda(["User.Read"]) });
  expect(body.value).toMatchObject([
    { id: home, displayName: "Adatum", verifiedDomains: [{ isDefault: true }, { isInitial: true }] },
  ]);
});
