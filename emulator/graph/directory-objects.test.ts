import { describe, expect, test } from "vitest";
import { ada, ask, ben, deleted, id, idsOf, leaver, script, security, smallDirectory } from "./small-directory";

const getByIds = (body: unknown, query = "") => ask(`/directoryObjects/getByIds${query}`, { body });

describe("getByIds", () => {
  test("answers what it knows, each once, and leaves the rest out", async () => {
    const answer = await getByIds({ ids: [script, ada.toUpperCase(), deleted, security, ada, id(77)] });
    expect(answer.status).toBe(200);
    expect(idsOf(answer).sort()).toEqual([ada, security, script].sort());
    expect(answer.body.value?.find((item) => item.id === ada)).toEqual({
      "@odata.type": "#microsoft.graph.user",
      businessPhones: [],
      displayName: "Ada Adams",
      givenName: null,
      jobTitle: "Engineer",
      mail: "ada.adams@adatum.example",
      mobilePhone: null,
      officeLocation: null,
      preferredLanguage: null,
      surname: null,
      userPrincipalName: "ada.adams@adatum.example",
      id: ada,
    });
  });

  test("keeps to the types asked for, in any case", async () => {
    const ids = [ada, security, script];
    expect(idsOf(await getByIds({ ids, types: ["GROUP", "serviceprincipal"] })).sort()).toEqual(
      [security, script].sort(),
    );
    expect(idsOf(await getByIds({ ids, types: ["device"] }))).toEqual([]);
    expect((await getByIds({ ids, types: ["person"] })).status).toBe(400);
  });

  test("takes 1,000 ids and refuses 1,001", async () => {
    const world = smallDirectory();
    for (let number = 1000; number < 2001; number += 1) {
      const user = world.users.get(ben);
      if (user) world.users.set(id(number), { ...user, id: id(number) });
    }
    const ids = Array.from({ length: 1001 }, (_, index) => id(1000 + index));
    const answer = await ask("/directoryObjects/getByIds", { world, body: { ids: ids.slice(0, 1000) } });
    expect(answer.body.value).toHaveLength(1000);
    const refused = await ask("/directoryObjects/getByIds", { world, body: { ids } });
    expect(refused.status).toBe(400);
    expect(refused.body.error).toMatchObject({
      code: "Request_BadRequest",
      message: "Number of included identifiers cannot exceed '1000'.",
    });
  });

  test.each([{}, { ids: "one" }, { ids: ["nobody"] }, { ids: [null] }, { ids: [ada], types: "user" }, []])(
    "refuses %j",
    async (body) => {
      expect((await getByIds(body)).body.error?.code).toBe("Request_BadRequest");
    },
  );

  test("refuses what is not JSON, and JSON that does not say so", async () => {
    expect((await getByIds("{")).status).toBe(400);
    const unnamed = await ask("/directoryObjects/getByIds", {
      body: { ids: [ada] },
      headers: { "Content-Type": "text/plain" },
    });
    expect(unnamed.body.error?.message).toContain("Content-Type");
  });

  test("is posted", async () => {
    const { status, body } = await ask("/directoryObjects/getByIds");
    expect(status).toBe(405);
    expect(body.error?.code).toBe("Request_BadRequest");
  });
});

test("one object says its type", async () => {
  expect((await ask(`/directoryObjects/${security}`)).body).toMatchObject({
    "@odata.type": "#microsoft.graph.group",
    displayName: "Tier 1 Operators",
  });
  expect((await ask(`/directoryObjects/${deleted}`)).status).toBe(404);
});

describe("what is not there", () => {
  test("other versions are refused", async () => {
    expect((await ask("https://graph.fresnel.localhost/beta/me")).status).toBe(501);
    expect((await ask("https://graph.fresnel.localhost/v2.0/me")).status).toBe(400);
  });

  test("paths of Graph that the emulator lacks are named, others are unknown", async () => {
    const { status, body } = await ask("/auditLogs/signIns");
    expect([status, body.error?.message]).toEqual([501, expect.stringContaining("/auditLogs/signIns")]);
    expect((await ask(`/users/${ada}/manager`)).status).toBe(501);
    expect((await ask("/colours")).body.error?.message).toBe("Resource not found for the segment 'colours'.");
  });

  test("writing is refused by name", async () => {
    const { status, body } = await ask(`/users/${leaver}`, { method: "DELETE" });
    expect([status, body.error?.message]).toEqual([501, expect.stringContaining("DELETE")]);
  });

  test("every error carries date and both request ids", async () => {
    const client = "5f8a1c34-0000-4000-8000-00000000beef";
    const { headers, body } = await ask("/colours", { headers: { "client-request-id": client } });
    expect(body.error?.innerError).toEqual({
      date: "2026-01-15T08:00:00",
      "request-id": headers.get("request-id"),
      "client-request-id": client,
    });
    expect(headers.get("request-id")).not.toBe(client);
  });
});
