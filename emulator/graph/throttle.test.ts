import { expect, test } from "vitest";
import { ada, asScript, ask, home, id, now, security, smallDirectory } from "./small-directory";

const unitsOf = async (path: string, body?: unknown) => (await ask(path, { body })).headers.get("x-ms-resource-unit");

test.each<[path: string, units: string, body?: unknown]>([
  ["/me", "1"],
  ["/users", "2"],
  ["/users?$select=id", "1"],
  ["/users?$top=5&$select=id", "1"],
  ["/groups", "1"],
  [`/groups/${security}/members`, "3"],
  [`/groups/${security}/members?$select=id`, "2"],
  [`/groups/${security}/transitiveMembers`, "5"],
  [`/groups/${security}/transitiveMembers?$top=19&$select=id`, "3"],
  [`/groups/${security}/transitiveMembers?$top=20`, "5"],
  ["/me/memberOf", "2"],
  [`/users/${ada}/transitiveMemberOf`, "2"],
  ["/directoryObjects/getByIds", "3", { ids: [ada] }],
  ["/groups?$expand=members", "2"],
  ["/colours", "1"],
])("%s costs %s", async (path, units, body) => {
  expect(await unitsOf(path, body)).toBe(units);
});

test("past the quota it answers 429 and says how long, until enough has drained", async () => {
  const world = smallDirectory({ graphUnitsPerTenSeconds: 10 });
  const members = `/groups/${security}/transitiveMembers`;
  expect((await ask(members, { world })).headers.get("x-ms-throttle-limit-percentage")).toBeNull();
  expect((await ask(members, { world })).headers.get("x-ms-throttle-limit-percentage")).toBe("1.00");

  const refused = await ask(members, { world });
  expect(refused.status).toBe(429);
  expect(refused.body.error?.code).toBe("TooManyRequests");
  expect(refused.headers.get("Retry-After")).toBe("5");
  expect(refused.headers.get("x-ms-throttle-scope")).toBe(`Tenant_Application/ReadWrite/${id(300)}/${home}`);
  expect(refused.headers.get("x-ms-throttle-information")).toBe("ResourceUnitLimitExceeded");

  const after = (seconds: number) => new Date(now.getTime() + seconds * 1000);
  expect((await ask(members, { world, now: after(4) })).status).toBe(429);
  expect((await ask(members, { world, now: after(5) })).status).toBe(200);
});

test("applications and worlds have quotas of their own", async () => {
  const world = smallDirectory({ graphUnitsPerTenSeconds: 2 });
  expect((await ask("/users", { world })).status).toBe(200);
  expect((await ask("/users", { world })).status).toBe(429);
  expect((await ask("/users", { world, caller: asScript })).status).toBe(200);
  expect((await ask("/users", { world: smallDirectory({ graphUnitsPerTenSeconds: 2 }) })).status).toBe(200);
});
