import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { signIn } from "../../cli/azure/sign-in";
import { runAnswer } from "../../cli/testing/run-answer";
import { collect } from "../../lib/collect/collect";
import { definitionOf, ids, line, templateOf } from "../../lib/domain/template/example-template";
import { namedPrincipals } from "../../lib/domain/named-principals";
import { parseInventoryFile } from "../../lib/inventory-file/parse";
import { cloudRecord, startEmulator, type Description } from "../../scripts/serve.mjs";
import { newWorld } from "../../emulator/conformance/microsoft-clients";
import type { WorldFile } from "../../emulator/worlds/worlds";
import { scriptAzure } from "./script-azure";

/* The command line against a whole cloud, signed in as programs are: with @azure/identity and a client secret. */
const now = "2026-11-20T09:00:00Z";
const folder = mkdtempSync(join(tmpdir(), "fresnel-"));
let program: Awaited<ReturnType<typeof startEmulator>>;

beforeAll(async () => {
  program = await startEmulator({ world: "s", args: ["--now", now] });
}, 60_000);
afterAll(async () => {
  await program.stop();
  rmSync(folder, { recursive: true });
});

const at = (name: string) => join(folder, name);

function environment(description: Description): Record<string, string> {
  const cloud = at(`cloud-${description.tenantId}.json`);
  writeFileSync(cloud, JSON.stringify(cloudRecord(description)));
  return {
    FRESNEL_CLOUD: cloud,
    AZURE_TENANT_ID: description.tenantId,
    AZURE_CLIENT_ID: description.servicePrincipal.clientId,
    AZURE_CLIENT_SECRET: description.servicePrincipal.secret,
  };
}

const given = async (file: Partial<WorldFile>) =>
  (await newWorld(program.description.endpoints.resourceManager.reachedAt, {
    extends: "s",
    tenantId: crypto.randomUUID(),
    ...file,
  })) as Description;

const run = (args: readonly string[], env: Record<string, string>, files: Record<string, string> = {}) =>
  runAnswer(args, files, { env, signIn: (options) => signIn(options, { env, path: (name) => resolve(name) }) });

describe("fresnel collect", () => {
  test("writes what the collector reads, says what it could not see, and ends with 1 for it", async () => {
    const { code, notes, out } = await run(["collect", "--out", at("s.json")], environment(program.description));
    expect([code, out]).toEqual([1, ""]);
    const file = parseInventoryFile(readFileSync(at("s.json"), "utf8"));
    const inventory = await collect({ azure: scriptAzure(program.description) });
    const { coverage } = file.inventory;
    expect(file.inventory).toStrictEqual({ ...inventory, coverage });
    expect(coverage.subscriptions).toEqual(inventory.coverage.subscriptions);
    expect(file.inventory.delegations.size).toBeGreaterThan(30);
    expect([...(file.directory?.directory.principals.keys() ?? [])]).toEqual(
      expect.arrayContaining([...namedPrincipals(inventory).keys()]),
    );
    expect(file.operations?.length).toBeGreaterThan(100);
    for (const { what } of coverage.problems) expect(notes).toContain(`not seen: ${what}`);
    expect(notes).toMatch(/^assignments +complete +\d+ +\d+$/m);
    expect(statSync(at("s.json")).mode & 0o077).toBe(0);
    expect(readdirSync(folder).filter((name) => name.endsWith(".partial"))).toEqual([]);
  });

  test("says why it cannot sign in, and writes nothing", async () => {
    const env = environment(program.description);
    const refused = await run(["collect", "--out", at("no.json")], { ...env, AZURE_CLIENT_SECRET: "wrong" });
    expect([refused.code, refused.notes]).toEqual([
      2,
      expect.stringMatching(/cannot sign in with a client secret: .+/),
    ]);
    expect((await run(["collect", "--out", at("no.json")], { ...env, AZURE_CLIENT_ID: "" })).notes).toContain(
      "AZURE_CLIENT_ID is not set",
    );
    const other = await run(["collect", "--out", at("no.json"), "--tenant", "contoso"], env);
    expect([other.code, other.notes]).toEqual([2, expect.stringContaining("a directory id")]);
    const cloud = await run(["collect", "--out", at("no.json"), "--cloud", at("gone.json")], env);
    expect([cloud.code, cloud.notes]).toEqual([2, expect.stringContaining("gone.json")]);
    expect(readdirSync(folder)).not.toContain("no.json");
  });

  test("ends with 2 where nothing can be read, and where the file cannot be written", async () => {
    const effect = { kind: "status", status: 403 } as const;
    const down = await given({
      faults: [
        { service: "arm", effect },
        { service: "resourceGraph", effect },
      ],
    });
    const failed = await run(["collect", "--out", at("down.json")], environment(down));
    expect([failed.code, failed.notes]).toEqual([2, expect.stringContaining("nothing could be read")]);
    const nowhere = await run(["collect", "--out", join(folder, "none", "s.json")], environment(program.description));
    expect([nowhere.code, nowhere.notes]).toEqual([2, expect.stringContaining("cannot be written")]);
    expect(readdirSync(folder)).not.toContain("down.json");
  });
});

describe("without --definitions", () => {
  test("roles are asked of Azure, by both commands that need them", async () => {
    const env = environment(program.description);
    const { code, out } = await run(["roles", "--format", "json", "--delegable", "--allows", "*/listKeys/action"], env);
    expect(code).toBe(0);
    const rows = JSON.parse(out) as { roleName: string; matches: string[] }[];
    expect(rows.map(({ roleName }) => roleName)).toContain("Contributor");
    const template = JSON.stringify(
      templateOf([definitionOf({ authorizations: [line(ids.engineers, ids.contributor)] })]),
    );
    const checked = await run(["check", "offer.json", "--format", "json"], env, { "offer.json": template });
    expect([checked.code, checked.out]).toEqual([1, expect.stringContaining("LH-SEC-001")]);
  });
});

describe("from the file that was collected", () => {
  const collected = async () => {
    const env = environment(program.description);
    await run(["collect", "--out", at("estate.json")], env);
    return { "estate.json": readFileSync(at("estate.json"), "utf8") };
  };

  test("findings and reach answer without Azure, as they do with it", async () => {
    const files = await collected();
    const offline = await runAnswer(["findings", "estate.json", "--format", "json"], files);
    const online = await run(["findings", "--format", "json"], environment(program.description));
    type Printed = { findings: { fingerprint: string; rule: string }[]; cannotJudge: { rule: string | null }[] };
    const printsOf = ({ out }: { out: string }) =>
      (JSON.parse(out) as Printed).findings.map(({ fingerprint }) => fingerprint);
    expect([offline.code, online.code]).toEqual([1, 1]);
    expect(printsOf(offline).length).toBeGreaterThan(20);
    expect(printsOf(online).sort()).toEqual(printsOf(offline).sort());
    // It takes Resource Graph's count of resources with an identity.
    const printed = JSON.parse(offline.out) as Printed;
    expect(printed.findings.map(({ rule }) => rule)).toContain("LH-EXE-002");
    expect(printed.cannotJudge.map(({ rule }) => rule)).not.toContain("LH-EXE-002");

    const mira = program.description.personas.find(({ name }) => name.startsWith("Mira"))!;
    const answer = await runAnswer(["reach", "--person", mira.objectId, "estate.json", "--format", "json"], files);
    expect(answer.code).toBe(0);
    const { reach } = JSON.parse(answer.out) as { reach: { paths: { walk: { id: string }[] }[] }[] };
    expect(reach.length).toBeGreaterThan(5);
    for (const { paths } of reach)
      expect(paths.every(({ walk }) => walk[0]?.id === mira.objectId.toLowerCase())).toBe(true);
  });
});
