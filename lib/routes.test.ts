import { expect, test } from "vitest";
import { paths } from "./paths";
import { routeOf, routes } from "./routes";

test("an address names its page, and what stands in it", () => {
  expect(routeOf("/")?.name).toBe("overview");
  expect(routeOf("/customers")).toEqual({ name: "customers", params: {} });
  expect(routeOf("/customers/contoso")).toEqual({ name: "customer", params: { tenantId: "contoso" } });
  expect(routeOf("/access/principals/7/leaver")).toEqual({ name: "leaver", params: { principalId: "7" } });
});

test("a page with a name of its own is no parameter of another", () => {
  expect(routeOf("/delegations/access")?.name).toBe("delegationAccess");
  expect(routeOf("/access/mine")?.name).toBe("myAccess");
});

test.each([
  "/nowhere",
  "/customers/",
  "/customers/a/b",
  "/customers//access",
  "/access/roles/a/b",
  "/customers/%E0%A4%A",
  "customers",
])("%s is no page", (path) => expect(routeOf(path)).toBeUndefined());

test("what is escaped in an address is read", () => {
  expect(routeOf("/customers/a%20b%2Fc")?.params).toEqual({ tenantId: "a b/c" });
});

test("every address that is linked to has a page", () => {
  const linked = Object.values(paths).map((path) => (typeof path === "string" ? path : path("role" as never, "b")));
  for (const path of linked) expect(routeOf(path.split("?")[0]!), path).toBeDefined();
  expect(new Set(linked.map((path) => routeOf(path.split("?")[0]!)?.name)).size).toBe(Object.keys(routes).length);
});
