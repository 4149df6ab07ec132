import fc from "fast-check";
import { expect, test } from "vitest";
import type { ArmId, PrincipalId, RoleId, SubscriptionId, TenantId } from "@/lib/domain/ids";
import { finish } from "@/lib/table/slices";
import { slipsBetween } from "./closest-word";
import type { Entry, Target } from "./entry";
import { find } from "./find";
import { indexEntries } from "./lookup-index";

const guid = (tail: number) => `00000000-0000-4000-8000-${String(tail).padStart(12, "0")}`;
const entry = (target: Target, name: string, detail = "", ids = ""): Entry => ({
  target,
  name,
  detail,
  ids,
  copies: ids,
});

const customer = (name: string, tail: number) =>
  entry({ kind: "customer", tenant: guid(tail) as TenantId }, name, "", guid(tail));
const subscription = (name: string, tail: number, owner: string) =>
  entry(
    { kind: "subscription", subscription: guid(tail) as SubscriptionId, customer: guid(1) as TenantId },
    name,
    owner,
    `${guid(tail)} sub`,
  );
const group = (name: string, tail: number, detail: string) =>
  entry(
    {
      kind: "resourceGroup",
      subscription: guid(tail) as SubscriptionId,
      resourceGroup: name,
      customer: guid(1) as TenantId,
    },
    name,
    detail,
    `${guid(tail)} rg`,
  );
const user = (name: string, tail: number, upn: string) =>
  entry({ kind: "user", principal: guid(tail) as PrincipalId }, name, upn, guid(tail));

const all: readonly Entry[] = [
  customer("Contoso", 1),
  customer("Woodgrove Bank", 2),
  customer("Škoda Financial", 3),
  subscription("sub-contoso-prod", 11, "Contoso"),
  subscription("production", 12, "Contoso"),
  subscription("sub-woodgrove-prod-01", 13, "Woodgrove Bank"),
  group("rg-prod-web", 11, "sub-contoso-prod · Contoso"),
  user("Contessa Prodan", 21, "contessa@msp.example"),
  entry(
    {
      kind: "delegation",
      delegation: "/x" as ArmId,
      subscription: guid(11) as SubscriptionId,
      customer: guid(1) as TenantId,
    },
    "sub-contoso-prod",
    "Gold · Contoso",
    `/subscriptions/${guid(11)}/providers/microsoft.managedservices/registrationassignments/${guid(99)}`,
  ),
  entry({ kind: "role", role: guid(31) as RoleId }, "Contributor", "", guid(31)),
];
const index = finish(indexEntries(all));
const names = (query: string) =>
  find(index, query, 5).groups.flatMap(({ kind, answers }) => answers.map(({ entry }) => `${kind} ${entry.name}`));

test("fragments are found in any order, in names and in what stands beside them", () => {
  expect(names("contoso prod").slice(0, 2)).toEqual(["subscription sub-contoso-prod", "subscription production"]);
  expect(names("prod contoso")).toEqual(names("contoso prod"));
  expect(names("contoso prod")).not.toContain("subscription sub-woodgrove-prod-01");
});

test("a whole name beats its beginning, and that beats the middle of a word", () => {
  expect(names("contoso")[0]).toBe("customer Contoso");
  expect(names("prod")[0]).toBe("subscription production");
  expect(names("contributor")).toEqual(["role Contributor"]);
});

test("accents, capitals and initials do not matter", () => {
  expect(names("SKODA")).toEqual(["customer Škoda Financial"]);
  expect(names("škoda")).toEqual(["customer Škoda Financial"]);
  expect(names("wb")).toEqual(["customer Woodgrove Bank"]);
});

test("one letter asks for words that begin with it", () => {
  expect(names("w")).toEqual(expect.arrayContaining(["customer Woodgrove Bank", "subscription sub-woodgrove-prod-01"]));
  expect(names("w")).not.toContain("role Contributor");
  expect(names("b")).toEqual(["customer Woodgrove Bank"]);
});

test("a slip is forgiven where nothing answers to what was typed, and it is said", () => {
  expect(find(index, "contosso", 5)).toMatchObject({ instead: "contoso" });
  expect(names("wodgrove")[0]).toBe("customer Woodgrove Bank");
  expect(names("wodogrove prod")).toEqual(["subscription sub-woodgrove-prod-01"]);
  expect(names("contribtuor")).toEqual(["role Contributor"]);
  expect(find(index, "contoso", 5).instead).toBeUndefined();
  expect(find(index, "xyzzy", 5)).toEqual({ groups: [], instead: undefined });
});

test("ids, resource ids and addresses of the portal lead to what they name", () => {
  expect(names(guid(21).toUpperCase())).toEqual(["user Contessa Prodan"]);
  const scope = `/subscriptions/${guid(11)}/resourceGroups/rg-prod-web`;
  expect(names(`${scope}/providers/Microsoft.Compute/virtualMachines/vm1`)).toEqual(["resourceGroup rg-prod-web"]);
  expect(names(`https://portal.azure.com/#@${guid(70)}/resource${scope}/overview`)).toEqual([
    "resourceGroup rg-prod-web",
  ]);
  expect(names(`/subscriptions/${guid(11)}`)[0]).toBe("subscription sub-contoso-prod");
  expect(names(`/subscriptions/${guid(11)}/resourceGroups/unknown`)[0]).toBe("subscription sub-contoso-prod");
  expect(
    names(`/subscriptions/${guid(11)}/providers/Microsoft.ManagedServices/registrationAssignments/${guid(99)}`),
  ).toEqual(["delegation sub-contoso-prod"]);
  expect(names("https://portal.azure.com/%E0%A4%A")).toEqual([]);
});

test("each kind shows so many and counts the rest; one kind can be asked for alone", () => {
  const many = finish(indexEntries(Array.from({ length: 30 }, (_, at) => customer(`Contoso ${at}`, at))));
  const [found] = find(many, "contoso", 4).groups;
  expect(found).toMatchObject({ kind: "customer", more: 26 });
  expect(found?.answers).toHaveLength(4);
  expect(find(index, "prod", 5, ["user"]).groups.map(({ kind }) => kind)).toEqual(["user"]);
});

test("nobody who typed two letters of a name is sent away", () => {
  fc.assert(
    fc.property(fc.constantFrom(...all), fc.nat(20), fc.nat(20), ({ name }, from, length) => {
      const part = name.slice(from % name.length, (from % name.length) + 2 + length).trim();
      if (part.length < 2) return;
      expect(find(index, part, 50).groups.flatMap(({ answers }) => answers.map(({ entry }) => entry.name))).toContain(
        name,
      );
    }),
  );
});

test("slips are counted as Damerau and Levenshtein do", () => {
  expect(slipsBetween("contoso", "contsoo", 2)).toBe(1);
  expect(slipsBetween("contoso", "cntoso", 2)).toBe(1);
  expect(slipsBetween("contoso", "fabrikam", 2)).toBeGreaterThan(2);
  expect(slipsBetween("abcd", "abcd", 1)).toBe(0);
});
