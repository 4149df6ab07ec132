import { describe, expect, it } from "vitest";
import { createWorld, parseWorldFile } from "../worlds";

const now = new Date("2026-11-20T15:30:00Z");
const lines = (...text: string[]) => text.join("\n");
const refusal = (text: string): string => {
  try {
    createWorld(parseWorldFile(text, "my-world.json"), { now });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return "accepted";
};

describe("a world file that cannot be read", () => {
  it.each([
    [
      "a wrong type",
      lines("{", '"extends": "s",', '"settings": {', '"latencyMs": "80"', "}}"),
      "my-world.json:4: settings.latencyMs: expected a number",
    ],
    [
      "an unknown key",
      lines("{", '"extends": "s",', '"users": [{', '"name": "Ada" }]}'),
      "my-world.json:4: users[0].name: unknown key",
    ],
    [
      "a missing key",
      lines("{", '"extends": "s",', '"customers": [', '{ "subscriptions": [] }]}'),
      "my-world.json:4: customers[0].name: missing, expected a string",
    ],
    [
      "an unknown world",
      '{ "extends": "xs" }',
      'my-world.json:1: extends: expected "empty" or "s" or "m" or "l" or "xl" or "xl+"',
    ],
    ["no world at all", "{}", "my-world.json:1: extends: missing, expected"],
    ["a wrong id", lines("{", '"extends": "s",', '"tenantId": "mine" }'), "my-world.json:3: tenantId: expected a GUID"],
    [
      "an unknown effect",
      lines('{ "extends": "s", "faults": [', '{ "service": "arm",', '"effect": { "kind": "meteor" } }] }'),
      "my-world.json:3: faults[0].effect.kind: expected one of the kinds",
    ],
    [
      "a fraction of a count",
      '{ "extends": "s", "settings": { "armPageSize": 1.5 } }',
      "my-world.json:1: settings.armPageSize: expected a whole number",
    ],
    ["a comma too many", lines("{", '"extends": "s",', "}"), "my-world.json:3: expected a key in quotes, found }"],
    [
      "a key twice",
      lines("{", '"extends": "s",', '"extends": "m" }'),
      'my-world.json:3: the key "extends" occurs twice',
    ],
    ["half a document", lines("{", '"extends": "s"'), "my-world.json:2: the document ends too early"],
    ["words that are not JSON", lines("{", '"extends": undefined }'), 'my-world.json:2: cannot read "undefined }"'],
    ["a second document", '{ "extends": "s" } {}', "my-world.json:1: text after the end of the document"],
    ["an abyss", "[".repeat(20_000), "my-world.json:1: nested deeper than 50 levels"],
  ])("names file, line and path for %s", (_, text, message) => {
    expect(refusal(text)).toContain(message);
  });

  it("tells every problem at once", () => {
    const text = '{ "extends": "s", "settings": { "latencyMs": -1, "speed": 3 } }';
    expect(refusal(text).split("\n").length).toBe(2);
  });
});

describe("a world file that refers to what does not exist", () => {
  it.each([
    [
      "a principal",
      '"customers": [{ "name": "A", "subscriptions": [{ "name": "a", "delegations": [\n{ "offer": "o", "authorizations": [\n{ "principal": "Nobody", "role": "Reader" }] }] }] }]',
      'my-world.json:4: customers[0].subscriptions[0].delegations[0].authorizations[0]: the world has no user, group or service principal named "Nobody"',
    ],
    [
      "a role",
      '"customers": [{ "name": "A", "subscriptions": [{ "name": "a", "delegations": [{ "offer": "o", "authorizations": [\n{ "principal": "sg-lh-leads", "role": "King" }] }] }] }]',
      'my-world.json:3: customers[0].subscriptions[0].delegations[0].authorizations[0]: the world has no role named "King"',
    ],
    [
      "a persona",
      '"personas": [\n{ "user": "sg-lh-leads", "shows": "" }]',
      'my-world.json:3: personas[0].user: "sg-lh-leads" is not a user',
    ],
    [
      "a member",
      '"groups": [{ "displayName": "g", "members": [\n"Ruth Adeyemi",\n"Nobody"] }]',
      "my-world.json:4: groups[0].members[1]: the world has no user",
    ],
    [
      "what to remove",
      '"remove": [\n"Atlantis"]',
      'my-world.json:3: remove[0]: the world has nothing called "Atlantis"',
    ],
    [
      "a subscription",
      '"resourceGroups": [\n{ "id": "/subscriptions/x/resourceGroups/y" }]',
      'my-world.json:3: resourceGroups[0]: the world has no subscription named "x"',
    ],
    [
      "a tenant",
      '"subscriptions": [\n{ "displayName": "new", "tenantId": "Atlantis" }]',
      'my-world.json:3: subscriptions[0]: the world has no tenant named "Atlantis"',
    ],
  ])("names %s", (_, members, message) => {
    expect(refusal(`{ "extends": "s",\n${members} }`)).toContain(message);
  });

  it("tells every one of them", () => {
    const text = `{ "extends": "s",
      "groups": [{ "displayName": "g", "members": ["Nobody", "Ruth Adeyemi", "No one"] }],
      "remove": ["Atlantis"],
      "personas": [{ "user": "sg-lh-leads", "shows": "" }] }`;
    expect(
      refusal(text)
        .split("\n")
        .map((line) => line.split(": ", 2)[1]),
    ).toEqual(["remove[0]", "groups[0].members[0]", "groups[0].members[2]", "personas[0].user"]);
  });

  it("tells the path where the file was never text", () => {
    expect(() => createWorld({ extends: "s", remove: ["Atlantis"] }, { now })).toThrow(/^remove\[0\]: the world/);
  });
});
