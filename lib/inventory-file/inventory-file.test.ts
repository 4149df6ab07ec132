import { describe, expect, test } from "vitest";
import { emptyDirectory } from "@/lib/domain/directory-reading";
import {
  aCoverage,
  aDefinition,
  aDelegation,
  anInventory,
  aSubscription,
  examplePrincipal,
  exampleRole,
  exampleSubscription,
  exampleTenant,
} from "@/lib/domain/example-inventory";
import type { ReadingCoverage } from "@/lib/domain/reading-coverage";
import { aRoleWithId } from "@/lib/domain/roles/example-role";
import type { InventoryFile } from "./inventory-file";
import { InventoryFileError, parseInventoryFile } from "./parse";
import { inventoryFileText } from "./write";

const person = examplePrincipal(1);
const definition = aDefinition(1, {
  authorizations: [{ principal: person, label: undefined, role: exampleRole(1), delegatedRoles: [] }],
  eligibleAuthorizations: [
    {
      principal: person,
      label: "\u202eEvil",
      role: exampleRole(1),
      policy: { stated: false, mfa: false, longest: "PT8H", approvers: [{ principal: person, label: undefined }] },
    },
  ],
  raw: { properties: { plan: null, $: "a field of this name", list: [null, 1, { deep: null }] } },
});
const delegation = aDelegation(1, { definition });

const readingCoverage = <Part extends string>(part: Part): ReadingCoverage<Part> => ({
  parts: { [part]: { state: "complete", expected: undefined, read: 1, readAt: 5 } } as never,
  problems: [],
  throttled: undefined,
  startedAt: 0,
  finishedAt: 7,
});

const file: InventoryFile = {
  collectedAt: Date.parse("2026-11-20T09:00:00Z"),
  program: "1.0.0",
  cloud: "AzureCloud",
  inventory: anInventory({
    delegations: [delegation, aDelegation(2, { definition: undefined })],
    subscriptions: [aSubscription(1)],
    tenants: [{ id: exampleTenant(1), name: undefined, domain: "one.example" }],
    roles: new Map([[exampleRole(1), aRoleWithId(exampleRole(1), { actions: ["*"] })]]),
    principals: new Map([[person, { id: person, state: "deleted" }]]),
    coverage: aCoverage({
      subscriptions: new Map([
        [exampleSubscription(1), "answered"],
        [exampleSubscription(2), "refused"],
      ]),
    }),
  }),
  directory: {
    directory: {
      ...emptyDirectory,
      users: new Map([[person, { enabled: undefined, guest: true }]]),
      memberships: new Map([[examplePrincipal(2), { state: "read", members: [person] }]]),
    },
    coverage: readingCoverage("principals") as never,
  },
  tenant: {
    facts: {
      owners: new Map([[person, { state: "unreadable", why: "No.", fix: undefined }]]),
      applications: new Map(),
      rootRoles: undefined,
    },
    coverage: readingCoverage("owners") as never,
  },
  roleAssignments: { assignments: new Map(), coverage: readingCoverage("roleAssignments") },
  identities: {
    identities: { resources: new Map([[exampleSubscription(1), new Map([["rg-app", 2]])]]), isWhole: true },
    coverage: readingCoverage("identities"),
  },
  operations: [{ name: "Microsoft.Compute/virtualMachines/read", isDataAction: false }],
};
const textOf = (given: Partial<InventoryFile> = {}) => [...inventoryFileText({ ...file, ...given })].join("");

function problemOf(text: string) {
  try {
    parseInventoryFile(text);
  } catch (error) {
    if (error instanceof InventoryFileError) return `${error.path} ${error.message}`.trim();
    throw error;
  }
  return "was read";
}

describe("an inventory file", () => {
  test("reads back as it was written, with maps and what is undefined, and with one value where there was one", () => {
    const read = parseInventoryFile(textOf());
    expect(read).toStrictEqual(file);
    expect(read.inventory.delegations.get(delegation.id)?.definition).toBe(
      read.inventory.definitions.get(definition.id),
    );
    const little = {
      directory: undefined,
      tenant: undefined,
      roleAssignments: undefined,
      identities: undefined,
      operations: undefined,
    };
    expect(parseInventoryFile(textOf(little))).toStrictEqual({ ...file, ...little });
  });

  test("keeps a definition that only a delegation has", () => {
    const other = { ...definition, offer: "Older" };
    const inventory = {
      ...file.inventory,
      delegations: new Map([[delegation.id, { ...delegation, definition: other }]]),
    };
    expect(parseInventoryFile(textOf({ inventory })).inventory).toStrictEqual(inventory);
  });

  test("writes each record in a line of its own", () => {
    const lines = textOf().split("\n");
    expect(lines.filter((line) => line.includes(definition.id) && line.includes('"offer"'))).toHaveLength(1);
  });

  test("writes nothing that it could not read", () => {
    const inventory = { ...file.inventory, tenants: new Map([[exampleTenant(1), { id: new Date() } as never]]) };
    expect(() => textOf({ inventory })).toThrow(TypeError);
  });
});

describe("what is refused", () => {
  test.each([
    ["", "the file is empty"],
    ["{}", "$.format should be"],
    ["[1]", "$.format should be"],
    ['{"format": "fresnel inventory", "version": 1}', "$.version is 1, and this program reads version 2"],
    ["{]}", "the file is cut off or damaged: line 1"],
  ])("%s", (text, words) => expect(problemOf(text)).toContain(words));

  test("a file cut off anywhere, with the line where it ends", () => {
    const text = textOf().trimEnd();
    for (let length = 1; length < text.length; length += 7) expect(problemOf(text.slice(0, length))).toMatch(/cut off/);
    expect(problemOf(text.slice(0, text.indexOf('"roles"')))).toContain("ends in the middle, in line");
  });

  test("a part that is missing or of another kind, with its path", () => {
    const root = JSON.parse(textOf()) as Record<string, unknown>;
    for (const name of Object.keys(root)) {
      if (["directory", "tenant", "roleAssignments", "identities", "operations"].includes(name)) continue;
      const rest = { ...root, [name]: undefined };
      expect(problemOf(JSON.stringify(rest)), name).toContain(`$.${name} `);
      expect(problemOf(JSON.stringify({ ...root, [name]: 7 })), name).toContain(`$.${name} `);
    }
    const damaged = textOf().replace(`"role":"${exampleRole(1)}"`, '"role":"Reader"');
    expect(problemOf(damaged)).toMatch(
      /^\$\.definitions\[0\]\.(authorizations|eligibleAuthorizations)\[0\]\.role should be an id/,
    );
    expect(problemOf(textOf().replace('["rg-app",2]', '["rg-app","2"]'))).toMatch(
      /^\$\.identities\.identities\.resources\[.+ should be a number/,
    );
    expect(problemOf(textOf().replace('"$":"map"', '"$":"set"'))).toContain("is no mark of this format");
    expect(
      problemOf(JSON.stringify({ ...root, coverage: JSON.parse("[".repeat(2000) + "]".repeat(2000)) as unknown })),
    ).toContain("nested too deep");
  });
});
