import { describe, expect, test } from "vitest";
import { ask, origin, secondsLater } from "../ask";
import { smallWorld } from "../small-world";
import { definitions, people, subscriptions, tenants } from "../small-world-ids";
import {
  fresh,
  services,
  definition,
  assignment,
  fabrikamDelegation,
  offer,
  delegate,
  ofFresh,
} from "./offers-for-tests";

describe("onboarding, as an Admin Agent in the customer's tenant", () => {
  test("creates a definition, delegates by it, and access begins when provisioning has succeeded", async () => {
    const world = smallWorld();
    const offered = await ask(world, people.agent, `PUT ${definition()}`, { body: offer() });
    expect([offered.status, offered.json]).toMatchObject([
      201,
      {
        id: services(subscriptions.fabrikam, `registrationDefinitions/${fresh}`),
        systemData: { createdBy: "agnes@msp.example", createdByType: "User", createdAt: "2026-11-20T12:00:00.000Z" },
        properties: {
          manageeTenantId: tenants.fabrikam,
          manageeTenantName: "Fabrikam",
          managedByTenantName: "MSP",
          provisioningState: "Succeeded",
        },
      },
    ]);

    const started = await ask(world, people.agent, `PUT ${assignment()}`, { body: ofFresh });
    expect([started.status, started.json]).toMatchObject([201, { properties: { provisioningState: "Accepted" } }]);
    const statusUrl = started.headers.get("Azure-AsyncOperation") ?? "";
    expect(
      statusUrl.startsWith(
        `${origin}/subscriptions/${subscriptions.fabrikam}/providers/Microsoft.ManagedServices/operationStatuses/`,
      ),
    ).toBe(true);
    expect(started.headers.get("Retry-After")).toBe("1");

    const poll = async (seconds: number) => {
      const { status, json } = await ask(world, people.agent, `GET ${statusUrl}`, { now: secondsLater(seconds) });
      const row = await ask(world, people.agent, `GET ${assignment()}`, { now: secondsLater(seconds) });
      const { provisioningState } = (row.json as { properties: { provisioningState: string } }).properties;
      const seen = await ask(world, people.engineer, "GET /subscriptions?api-version=2022-12-01", {
        now: secondsLater(seconds),
      });
      return [
        status,
        (json as { status: string }).status,
        provisioningState,
        JSON.stringify(seen.json).includes(subscriptions.fabrikam),
      ];
    };
    expect(await poll(1)).toEqual([200, "InProgress", "Accepted", false]);
    expect(await poll(3)).toEqual([200, "InProgress", "Creating", false]);
    expect(await poll(5)).toEqual([200, "Succeeded", "Succeeded", true]);
  });

  test("takes as long as the world says", async () => {
    const world = smallWorld({ operationSeconds: 60 });
    await ask(world, people.agent, `PUT ${definition()}`, { body: offer() });
    const { headers } = await ask(world, people.agent, `PUT ${assignment()}`, { body: ofFresh });
    expect(headers.get("Retry-After")).toBe("12");
    const at = async (seconds: number) =>
      (
        await ask(world, people.agent, `GET ${headers.get("Azure-AsyncOperation") ?? ""}`, {
          now: secondsLater(seconds),
        })
      ).json;
    expect(await at(59)).toMatchObject({ status: "InProgress", percentComplete: 98 });
    expect(await at(60)).toMatchObject({ status: "Succeeded", percentComplete: 100 });
  });

  test("names the managing tenant on the subscription, once", async () => {
    const world = smallWorld();
    const body = offer({ managedByTenantId: tenants.otherMsp });
    await ask(world, people.agent, `PUT ${definition()}`, { body });
    await ask(world, people.agent, `PUT ${assignment()}`, { body: ofFresh });
    const { json } = await ask(
      world,
      people.agent,
      `GET /subscriptions/${subscriptions.fabrikam}?api-version=2022-12-01`,
      { now: secondsLater(9) },
    );
    expect(json).toMatchObject({ managedByTenants: [{ tenantId: tenants.msp }, { tenantId: tenants.otherMsp }] });
  });

  test("replaces the authorizations of an offer that is written again", async () => {
    const world = smallWorld();
    const line = definition(subscriptions.fabrikam, definitions.fabrikam);
    const before = await ask(world, people.engineer, `GET ${fabrikamDelegation}`);
    expect(before.status).toBe(404);
    expect((await ask(world, people.agent, `PUT ${line}`, { body: offer() })).status).toBe(200);
    expect((await ask(world, people.engineer, `GET ${fabrikamDelegation}`)).status).toBe(200);
    expect((await ask(world, people.admin, `GET ${fabrikamDelegation}`)).status).toBe(404);
  });

  test("changes nothing when the same is assigned under the same name again", async () => {
    const body = delegate(services(subscriptions.fabrikam, `registrationDefinitions/${definitions.fabrikam}`));
    const again = await ask(smallWorld(), people.agent, `PUT ${fabrikamDelegation}`, { body });
    expect([again.status, again.headers.get("Azure-AsyncOperation")]).toEqual([200, null]);
  });
});

describe("ending a delegation", () => {
  test("takes the delete role, answers 202, and can be followed by who has lost all access", async () => {
    const world = smallWorld();
    const ended = await ask(world, people.admin, `DELETE ${fabrikamDelegation}`);
    expect([ended.status, ended.json]).toEqual([202, undefined]);
    const location = ended.headers.get("Location") ?? "";
    const poll = (seconds: number, person = people.admin) =>
      ask(world, person, `GET ${location}`, { now: secondsLater(seconds) });

    const running = await poll(1);
    expect([running.status, running.headers.get("Location"), running.json]).toMatchObject([
      202,
      location,
      { status: "InProgress" },
    ]);
    expect((await ask(world, people.agent, `GET ${fabrikamDelegation}`)).json).toMatchObject({
      properties: { provisioningState: "Deleting" },
    });
    const done = await poll(5);
    expect([done.status, done.json]).toMatchObject([200, { status: "Succeeded" }]);

    const now = secondsLater(6);
    // Nothing of the subscription is delegated any more, so even its existence is another tenant's business.
    expect((await ask(world, people.admin, `GET ${fabrikamDelegation}`, { now })).json).toMatchObject({
      error: { code: "InvalidAuthenticationTokenTenant" },
    });
    expect((await ask(world, people.agent, `GET ${fabrikamDelegation}`, { now })).json).toMatchObject({
      error: { code: "ResourceNotFound" },
    });
    expect((await ask(world, people.agent, `DELETE ${fabrikamDelegation}`, { now })).status).toBe(204);
    const { json } = await ask(
      world,
      people.agent,
      `GET /subscriptions/${subscriptions.fabrikam}?api-version=2022-12-01`,
      { now },
    );
    expect(json).toMatchObject({ managedByTenants: [] });
    expect((await poll(6, people.engineer)).status).toBe(401);
  });

  test("leaves the definition, which can then be deleted without waiting", async () => {
    const world = smallWorld();
    const line = `DELETE ${definition(subscriptions.fabrikam, definitions.fabrikam)}`;
    expect((await ask(world, people.agent, line)).status).toBe(409);
    await ask(world, people.agent, `DELETE ${fabrikamDelegation}`);
    const now = secondsLater(9);
    expect((await ask(world, people.agent, line, { now })).status).toBe(200);
    expect((await ask(world, people.agent, line, { now })).status).toBe(204);
  });

  test("cannot be overtaken by writing it again, and overtakes what is being created", async () => {
    const world = smallWorld();
    await ask(world, people.agent, `DELETE ${fabrikamDelegation}`);
    const body = delegate(services(subscriptions.fabrikam, `registrationDefinitions/${definitions.fabrikam}`));
    expect((await ask(world, people.agent, `PUT ${fabrikamDelegation}`, { body })).status).toBe(409);

    const other = smallWorld();
    await ask(other, people.agent, `PUT ${definition()}`, { body: offer() });
    await ask(other, people.agent, `PUT ${assignment()}`, { body: ofFresh });
    await ask(other, people.agent, `DELETE ${assignment()}`, { now: secondsLater(4) });
    const later = await ask(other, people.agent, `GET ${assignment()}`, { now: secondsLater(6) });
    expect(later.json).toMatchObject({ properties: { provisioningState: "Deleting" } });
    expect((await ask(other, people.agent, `GET ${assignment()}`, { now: secondsLater(9) })).status).toBe(404);
  });
});

describe("who may onboard", () => {
  test.each([
    [
      "a provider's Contributor may not offer",
      people.operator,
      definition(subscriptions.contoso),
      offer(),
      403,
      "InsufficientPrivilegesForManagedServiceResource",
    ],
    [
      "nor delegate",
      people.operator,
      assignment(subscriptions.contoso),
      ofFresh,
      403,
      "InsufficientPrivilegesForManagedServiceResource",
    ],
    [
      "a reader is refused before that",
      people.engineer,
      definition(subscriptions.contoso),
      offer(),
      403,
      "AuthorizationFailed",
    ],
    [
      "nobody delegates to their own tenant",
      people.admin,
      definition(subscriptions.own),
      offer(),
      409,
      "MissingSubscriptionRegistration",
    ],
  ])("%s", async (_, person, path, body, status, code) => {
    const answer = await ask(smallWorld(), person, `PUT ${path}`, { body });
    expect([answer.status, answer.json]).toMatchObject([status, { error: { code } }]);
  });

  test("a subscription must be registered for the namespace first", async () => {
    const world = smallWorld();
    const provider = `/subscriptions/${subscriptions.own}/providers/Microsoft.ManagedServices`;
    const state = async () => (await ask(world, people.admin, `GET ${provider}?api-version=2021-04-01`)).json;
    expect(await state()).toMatchObject({ registrationState: "NotRegistered" });
    await ask(world, people.admin, `POST ${provider}/register?api-version=2021-04-01`);
    expect(await state()).toMatchObject({ registrationState: "Registered" });
    const elsewhere = offer({ managedByTenantId: tenants.otherMsp });
    expect((await ask(world, people.admin, `PUT ${definition(subscriptions.own)}`, { body: elsewhere })).status).toBe(
      201,
    );
    const unregister = await ask(world, people.admin, `POST ${provider}/unregister?api-version=2021-04-01`);
    expect(unregister.json).toMatchObject({ error: { code: "ResourcesStillInUse" } });
  });
});
