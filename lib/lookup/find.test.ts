import fc from "fast-check";
import { expect, test } from "vitest";
import type { ArmId, PrincipalId, RoleId, SubscriptionId, TenantId } from "@/lib/domain/ids";
import { finish } from "@/lib/table/slices";
import { slipsBetween } from "./closest-word";
import type { Entry, Target } from "./entry";
import { find } from "./find";
import { indexEntries } from "./lookup-index";

const guid = (tail: number) => `00000000-0000-4000-8000-${String(tail).padStart(12, "0")}`;
const entry = (
  target: Target,
  name: string,
  beside: readonly string[] = [],
  ids: readonly string[] = [],
  also: readonly string[] = [],
): Entry => ({ target, name, beside, also, ids, copies: ids.join(" ") });

const customer = (name: string, tail: number) =>
  entry({ kind: "customer", tenant: guid(tail) as TenantId }, name, [], [guid(tail)]);
const subscription = (name: string, tail: number, owner: string) =>
  entry(
    { kind: "subscription", subscription: guid(tail) as SubscriptionId, customer: guid(1) as TenantId },
    name,
    [owner],
    [guid(tail)],
    ["sub"],
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
    [detail],
    [guid(tail)],
    ["rg"],
  );
const user = (name: string, tail: number, upn: string) =>
  entry({ kind: "user", principal: guid(tail) as PrincipalId }, name, [upn], [guid(tail)]);

const finding = (severity: "critical" | "high" | "medium", tail: number): Entry =>
  entry(
    {
      kind: "finding",
      finding: String(tail),
      severity,
      customers: [{ id: guid(1) as TenantId }, { id: guid(4) as TenantId }],
    },
    "Role can read keys",
    ["2 customers", "Mira Solberg"],
    [`f1nd1ng${tail}`],
    ["LH-SEC-001", "Contoso\nAdatum"],
  );

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
    ["Gold", "Contoso"],
    [guid(99), guid(11)],
  ),
  entry({ kind: "role", role: guid(31) as RoleId, customers: undefined }, "Contributor", [], [guid(31)]),
  finding("high", 41),
  entry({ kind: "place", path: "/mine" }, "My access", [], [], ["me", "pim"]),
  entry({ kind: "rule", rule: "LH-SEC-001", severity: "high" }, "LH-SEC-001", ["Role can read keys"]),
];
const index = finish(indexEntries(all));
const names = (query: string) =>
  find(index, query, { most: 5 }).groups.flatMap(({ answers }) =>
    answers.map(({ target, name }) => `${target.kind} ${name}`),
  );

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

test("two letters ask for words that begin with them, and for initials", () => {
  expect(names("on")).toEqual([]);
  expect(names("co")).toEqual(expect.arrayContaining(["customer Contoso", "role Contributor"]));
  expect(names("contoso od")).toEqual([]);
  expect(names("ma")).toEqual(["place My access"]);
});

test("another word for a screen, typed whole, leads there before anything that begins with it", () => {
  const more = finish(indexEntries([...all, customer("Megan", 5), customer("Me", 6)]));
  const first = (query: string) => find(more, query, { most: 5 }).groups.flatMap(({ answers }) => answers)[0]?.name;
  expect(first("me")).toBe("Me");
  expect(names("me")[0]).toBe("place My access");
  expect(find(more, "me", { most: 5 }).groups.map(({ family }) => family)).toEqual(["customers", "actions"]);
});

test("words are found by how else people write them, short or in full, from their first letters on", () => {
  expect(names("contoso production").slice(0, 2)).toEqual(["subscription production", "subscription sub-contoso-prod"]);
  expect(names("woodgrove produ")).toEqual(["subscription sub-woodgrove-prod-01"]);
  expect(names("contoso prd")).toContain("subscription production");
  expect(names("resource group contoso")).toEqual(["resourceGroup rg-prod-web"]);
  expect(names("subscription woodgrove")).toEqual(["subscription sub-woodgrove-prod-01"]);
  expect(names("woodgrove prodution")).toEqual(["subscription sub-woodgrove-prod-01"]);
});

test("a slip is forgiven where nothing answers to what was typed, and it is said", () => {
  expect(find(index, "contosso", { most: 5 })).toMatchObject({ instead: "contoso" });
  expect(names("wodgrove")[0]).toBe("customer Woodgrove Bank");
  expect(names("wodogrove prod")).toEqual(["subscription sub-woodgrove-prod-01"]);
  expect(names("contribtuor")).toEqual(["role Contributor"]);
  expect(names("wodg bank")[0]).toBe("customer Woodgrove Bank");
  expect(find(index, "contoso", { most: 5 }).instead).toBeUndefined();
  expect(find(index, "xyzzy", { most: 5 })).toEqual({ groups: [], instead: undefined });
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

test("an id is found as others write it: in quotes, in braces, with its middle left out", () => {
  for (const id of [`"${guid(21)}"`, `{${guid(21)}}`, `'${guid(21)}',`, `(${guid(21).toUpperCase()}).`])
    expect(names(id), id).toEqual(["user Contessa Prodan"]);
  expect(names("00000000…0021")).toEqual(["user Contessa Prodan"]);
  expect(names("0000...0021")).toEqual(["user Contessa Prodan"]);
  expect(names("00000000…9021")).toEqual([]);
  expect(names('"woodgrove bank"')).toEqual(names("woodgrove bank"));
});

test("each family shows so many and counts the rest; one can be asked for alone", () => {
  const many = finish(indexEntries(Array.from({ length: 30 }, (_, at) => customer(`Contoso ${at}`, at))));
  const [found] = find(many, "contoso", { most: 4 }).groups;
  expect(found).toMatchObject({ family: "customers", more: 26 });
  expect(found?.answers).toHaveLength(4);
  expect(find(index, "prod", { most: 5, family: "principals" }).groups.map(({ family }) => family)).toEqual([
    "principals",
  ]);
});

test("what was typed before changes nothing about what is found now", () => {
  for (const query of ["w", "wo", "wod", "c", "co", "con", "wb", "p", "pr", "contoso p", "contoso pr"])
    expect(names(query), query).toEqual(
      find(finish(indexEntries(all)), query, { most: 5 }).groups.flatMap(({ answers }) =>
        answers.map(({ target, name }) => `${target.kind} ${name}`),
      ),
    );
});

test("inside a customer is what belongs to it, all of it where nothing is typed", () => {
  const inside = (query: string, tail: number) =>
    find(index, query, { most: 9, inside: guid(tail) as TenantId }).groups.flatMap(({ answers }) =>
      answers.map(({ name }) => name),
    );
  expect(inside("web", 1)).toEqual(["rg-prod-web"]);
  expect(inside("web", 2)).toEqual([]);
  expect(inside("", 1)).toEqual(expect.arrayContaining(["production", "rg-prod-web", "Role can read keys"]));
  expect(inside("", 4)).toEqual(["Role can read keys"]);
  expect(inside("", 2)).toEqual([]);
});

test("findings are found by rule, each of their customers and whom they are about, the worst first", () => {
  expect(names("lh-sec-001")).toEqual(["rule LH-SEC-001", "finding Role can read keys"]);
  expect(names("keys adatum")).toEqual(["finding Role can read keys"]);
  expect(names("keys solberg")).toEqual(["finding Role can read keys"]);
  const severities = (["medium", "critical", "high"] as const).map((severity, tail) => finding(severity, tail));
  const [found] = find(finish(indexEntries(severities)), "keys", { most: 5 }).groups;
  expect(found?.answers.map(({ target }) => "severity" in target && target.severity)).toEqual([
    "critical",
    "high",
    "medium",
  ]);
});

test("what is pinned comes before what answers as well, and not before what answers better", () => {
  const at = all.findIndex(({ name }) => name === "sub-woodgrove-prod-01");
  const first = (query: string, pinned?: ReadonlySet<number>) =>
    find(index, query, { most: 1, family: "delegations", pinned }).groups[0]?.answers[0]?.name;
  expect(first("sub prod")).toBe("sub-contoso-prod");
  expect(first("sub prod", new Set([at]))).toBe("sub-woodgrove-prod-01");
  expect(first("production", new Set([at]))).toBe("production");
});

test("nobody who typed three letters of a name is sent away", () => {
  fc.assert(
    fc.property(fc.constantFrom(...all), fc.nat(20), fc.nat(20), ({ name }, from, length) => {
      const part = name.slice(from % name.length, (from % name.length) + 3 + length).trim();
      if (part.split(/\s+/).some((word) => word.length < 3)) return;
      expect(
        find(index, part, { most: 50 }).groups.flatMap(({ answers }) => answers.map(({ name }) => name)),
      ).toContain(name);
    }),
  );
});

test("slips are counted as Damerau and Levenshtein do", () => {
  expect(slipsBetween("contoso", "contsoo", 2)).toBe(1);
  expect(slipsBetween("contoso", "cntoso", 2)).toBe(1);
  expect(slipsBetween("contoso", "fabrikam", 2)).toBeGreaterThan(2);
  expect(slipsBetween("abcd", "abcd", 1)).toBe(0);
});
