import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ConfigError, readConfig } from "./config";

const ids = {
  FRESNEL_TENANT_ID: "9A1F2B30-0000-4000-8000-00000000000A",
  FRESNEL_CLIENT_ID: "9a1f2b30-0000-4000-8000-00000000000b",
};

const record = {
  name: "Lab",
  authority: { endpoint: "https://login.lab.example", reachedAt: "http://localhost:4400" },
  arm: { endpoint: "https://arm.lab.example", scope: "https://arm.lab.example/user_impersonation" },
  graph: { endpoint: "https://graph.lab.example", scope: "https://graph.lab.example/.default" },
  portal: "https://portal.lab.example",
};

const fileOf = (content: string) => {
  const path = join(mkdtempSync(join(tmpdir(), "fresnel-")), "cloud.json");
  writeFileSync(path, content);
  return path;
};

const mistakesOf = (env: Record<string, string>) => {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message.split("\n");
    throw error;
  }
  return [];
};

test("a known cloud goes by its name", () => {
  const { cloud, tenantId } = readConfig({ FRESNEL_CLOUD: "AzureUSGovernment", ...ids });
  expect(cloud.arm.endpoint).toBe("https://management.usgovcloudapi.net");
  expect(tenantId).toBe(ids.FRESNEL_TENANT_ID.toLowerCase());
});

test("a cloud can be described by a file", () => {
  expect(readConfig({ FRESNEL_CLOUD: fileOf(JSON.stringify(record)), ...ids }).cloud).toEqual(record);
});

test("findings are judged by our own policy unless a file states another", () => {
  expect(readConfig({ FRESNEL_CLOUD: "AzureCloud", ...ids }).policy).toBeUndefined();
  const path = fileOf('{ "rules": { "LH-SEC-001": "off" } }');
  expect(readConfig({ FRESNEL_CLOUD: "AzureCloud", FRESNEL_POLICY: path, ...ids }).policy).toMatchObject({
    rules: { "LH-SEC-001": "off" },
    thresholds: { privilegedActivation: "PT4H" },
  });
});

test("a policy that is wrong, or not there, is refused with the place of each mistake", () => {
  const path = fileOf('{\n "rules": { "LH-SEC-099": "off" },\n "limits": {}\n}');
  const mistakes = mistakesOf({ FRESNEL_CLOUD: "AzureCloud", FRESNEL_POLICY: path, ...ids });
  expect(mistakes).toHaveLength(2);
  expect(mistakes[0]).toBe(`FRESNEL_POLICY: ${path}:2: rules.LH-SEC-099: There is no such rule.`);
  expect(mistakes[1]).toContain(`FRESNEL_POLICY: ${path}:3: limits: `);
  const gone = `${path}.gone`;
  const [missing] = mistakesOf({ FRESNEL_CLOUD: "AzureCloud", FRESNEL_POLICY: gone, ...ids });
  expect(missing).toContain(`FRESNEL_POLICY: ${gone} cannot be read.`);
});

test("every mistake is named at once, with its variable", () => {
  const mistakes = mistakesOf({ FRESNEL_TENANT_ID: "contoso.example" });
  expect(mistakes).toHaveLength(3);
  expect(mistakes.join("\n")).toMatch(/FRESNEL_CLOUD is not set[^]*FRESNEL_TENANT_ID is not a GUID/);
  expect(mistakes.join("\n")).toContain("FRESNEL_CLIENT_ID is not set");
});

test("names that every object inherits are no clouds", () => {
  expect(mistakesOf({ FRESNEL_CLOUD: "constructor", ...ids })[0]).toContain("neither a known cloud");
});

test.each([
  ["not JSON", "{", "is not JSON"],
  [
    "a plain-text endpoint",
    JSON.stringify({ ...record, portal: "http://portal.lab.example" }),
    "portal: must begin with https",
  ],
  [
    "an endpoint with a path",
    JSON.stringify({ ...record, portal: "https://portal.lab.example/x" }),
    "portal: must be an origin",
  ],
  ["an unknown field", JSON.stringify({ ...record, extra: 1 }), "(the whole): knows no extra"],
  ["nothing of a field", JSON.stringify({ ...record, portal: undefined }), "portal: is missing"],
  ["an empty field", JSON.stringify({ ...record, name: "" }), "name: must not be empty"],
  [
    "a number where text belongs",
    JSON.stringify({ ...record, arm: { ...record.arm, scope: 5 } }),
    "arm.scope: must be text",
  ],
  ["a text where an object belongs", JSON.stringify({ ...record, graph: "x" }), "graph: must be an object"],
])("a cloud file with %s is refused with the place", (_what, content, words) => {
  const mistakes = mistakesOf({ FRESNEL_CLOUD: fileOf(content), ...ids });
  expect(mistakes[0]).toContain(words);
  expect(mistakes[0]).toContain("cloud.json");
});
