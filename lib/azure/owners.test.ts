import { expect, test } from "vitest";
import { principalId } from "@/lib/domain/ids";
import { readMyGroups } from "./my-groups";
import { readGroupOwners, readOwnedBy, readServicePrincipalOwners } from "./owners";
import { failure, scripted } from "./testing/scripted";

const guid = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
const [one, two] = [principalId(guid(1))!, principalId(guid(2))!];
const ada = {
  "@odata.type": "#microsoft.graph.user",
  id: guid(1),
  displayName: "Ada",
  userPrincipalName: "ada@msp.example",
};

const robot = { id: guid(7), displayName: "Deploy", appId: guid(5) };

test("owners of groups and service principals are read page by page", async () => {
  const { azure, run, seen } = scripted(({ url }) =>
    url.pathname.endsWith("/microsoft.graph.servicePrincipal")
      ? {
          body: {
            value: [robot],
            ...(!url.searchParams.has("$skiptoken") && { "@odata.nextLink": `${url.href}&$skiptoken=x` }),
          },
        }
      : url.searchParams.has("$skiptoken")
        ? { body: { value: [{ ...ada, id: guid(2) }] } }
        : { body: { value: [ada, { id: 1 }], "@odata.nextLink": `${url.href}&$skiptoken=x` } },
  );
  const { principals, malformed } = await run(readGroupOwners(azure, one));
  expect(principals.map(({ id }) => id)).toEqual([one, two, guid(7)]);
  expect(principals[2]).toMatchObject({ kind: "servicePrincipal", name: "Deploy", detail: guid(5) });
  expect(malformed).toHaveLength(1);
  const casts = seen.filter(({ url }) => url.pathname.endsWith("/microsoft.graph.servicePrincipal"));
  expect(
    casts.map(({ url, request }) => [url.searchParams.get("$count"), request.headers.get("ConsistencyLevel")]),
  ).toEqual([
    ["true", "eventual"],
    ["true", "eventual"],
  ]);
  await run(readServicePrincipalOwners(azure, two));
  expect(seen.map(({ url }) => url.pathname).sort()).toEqual([
    ...Array(2).fill(`/v1.0/groups/${one}/owners`),
    ...Array(2).fill(`/v1.0/groups/${one}/owners/microsoft.graph.servicePrincipal`),
    ...Array(2).fill(`/v1.0/servicePrincipals/${two}/owners`),
  ]);
});

test("what a person owns is told with the applications through which they hold a service principal", async () => {
  const value = [
    { "@odata.type": "#microsoft.graph.group", id: guid(3), displayName: "Operators" },
    { "@odata.type": "#microsoft.graph.application", id: guid(4), appId: guid(5), displayName: "Deploy" },
    { "@odata.type": "#microsoft.graph.device", id: guid(6), displayName: "Laptop" },
  ];
  const { azure, run } = scripted(() => ({ body: { value } }));
  expect(await run(readOwnedBy(azure, one))).toEqual({
    principals: [{ id: guid(3), state: "found", kind: "group", name: "Operators", detail: undefined }],
    applications: [{ appId: guid(5), name: "Deploy" }],
    malformed: [],
  });
});

test("a refusal names the permission", async () => {
  const { azure, run } = scripted(() => ({ status: 403 }));
  expect(await run(failure(readServicePrincipalOwners(azure, one)))).toMatchObject({
    kind: "refused",
    permission: "Application.Read.All",
  });
});

test("my own groups are read as ids, which needs no consent", async () => {
  const value = [guid(3).toUpperCase(), guid(4)].map((id) => ({ id, displayName: null }));
  const { azure, run, seen } = scripted(() => ({ body: { value } }));
  expect([...(await run(readMyGroups(azure)))]).toEqual([guid(3), guid(4)]);
  expect(seen[0]?.url.pathname).toBe("/v1.0/me/transitiveMemberOf");
});
