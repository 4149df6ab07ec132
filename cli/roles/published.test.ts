import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { runAnswer } from "../testing/run-answer";
import type { RoleAnswer } from "./answer";

/* The command beside a slow reading of Azure's published roles, which shares no code with it. */
const file = "../shared/data/azure-builtin-roles.json";
const isThere = existsSync(file);

type Wire = {
  id: string;
  roleName: string;
  permissions: Record<"actions" | "notActions" | "dataActions" | "notDataActions", string[]>[];
};
const roles = isThere ? (JSON.parse(readFileSync(file, "utf8")) as Wire[]) : [];
const operations = isThere
  ? (JSON.parse(readFileSync("../shared/data/azure-provider-operations.json", "utf8")) as { name: string }[]).map(
      ({ name }) => name,
    )
  : [];
const secrets = isThere ? (JSON.parse(readFileSync("../shared/data/secret-operations.json", "utf8")) as string[]) : [];

async function ask(...args: string[]): Promise<RoleAnswer[]> {
  const { code, out, notes } = await runAnswer(["roles", "--definitions", file, "--format", "json", ...args]);
  expect(code, notes).toBe(0);
  return JSON.parse(out) as RoleAnswer[];
}

const compiled = new Map<string, RegExp>();
function isOne(pattern: string, name: string): boolean {
  let expression = compiled.get(pattern);
  if (!expression) {
    const source = pattern.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
    compiled.set(pattern, (expression = new RegExp(`^${source.join("[^]*")}$`, "i")));
  }
  return expression.test(name);
}

/** The patterns of a role that allow one operation. */
const slowly = ({ permissions }: Wire, name: string) => [
  ...new Set(
    permissions.flatMap(({ actions, notActions }) =>
      notActions.some((pattern) => isOne(pattern, name)) ? [] : actions.filter((pattern) => isOne(pattern, name)),
    ),
  ),
];

const restricted =
  /^microsoft\.authorization\/(\*|\*\/write|\*\/delete|(roleassignments|roledefinitions|classicadministrators|locks|denyassignments)\/(write|delete))$/i;

describe.skipIf(!isThere)("beside Azure's published roles (skipped where ../shared is absent)", () => {
  test("each role is delegable or not as the published rules say", async () => {
    const answers = await ask();
    expect(answers).toHaveLength(roles.length);
    const byId = new Map(answers.map((answer) => [answer.id, answer]));
    for (const { id, roleName, permissions } of roles) {
      const has = (field: keyof Wire["permissions"][number]) => permissions.some((entry) => entry[field].length > 0);
      const isRefused =
        roleName === "Owner" ||
        has("dataActions") ||
        permissions.some(({ actions }) => actions.some((action) => restricted.test(action)));
      const expected =
        roleName === "User Access Administrator"
          ? ["conditional", "no"]
          : isRefused
            ? ["no", "no"]
            : has("notDataActions")
              ? ["conditional", "no"]
              : ["yes", "yes"];
      const { delegable, eligible, reason, matches } = byId.get(id)!;
      expect([delegable, eligible], roleName).toEqual(expected);
      expect(reason === null, roleName).toBe(delegable === "yes");
      expect(matches).toEqual([]);
    }
    expect(answers.filter(({ delegable }) => delegable === "yes")).toHaveLength(578);
    expect(answers.filter(({ delegable }) => delegable === "conditional").map(({ roleName }) => roleName)).toEqual([
      "Inference Account Operator",
      "User Access Administrator",
    ]);
  });

  test("roles that lost or gained support are judged as they were last seen", async () => {
    type Change = { seenOn: string; roleName: string; state: string };
    const changes = JSON.parse(readFileSync("../shared/data/lighthouse-support-timeline.json", "utf8")) as Change[];
    const last = new Map(
      [...changes]
        .sort((one, other) => (one.seenOn < other.seenOn ? -1 : 1))
        .map(({ roleName, state }) => [roleName, state]),
    );
    const byName = new Map((await ask()).map(({ roleName, delegable }) => [roleName, delegable]));
    const known = [...last].filter(([name]) => byName.has(name));
    expect(known.length).toBeGreaterThan(10);
    for (const [name, state] of known) expect(byName.get(name) !== "no", name).toBe(state === "delegable");
  });

  test("--delegable keeps what is surely taken", async () => {
    const ids = async (...args: string[]) => (await ask(...args)).map(({ id }) => id).sort();
    const all = await ask();
    const idsWith = (field: "delegable" | "eligible") =>
      all.flatMap((one) => (one[field] === "yes" ? one.id : [])).sort();
    expect(await ids("--delegable")).toEqual(idsWith("delegable"));
    expect(await ids("--delegable", "standing")).toEqual(idsWith("delegable"));
    expect(await ids("--delegable", "eligible")).toEqual(idsWith("eligible"));
  });

  test(
    "every secret operation finds the roles and patterns that a slow evaluation finds",
    { timeout: 120_000 },
    async () => {
      for (const operation of secrets.filter((_, at) => at % 4 === 0)) {
        const found = await ask("--allows", operation.toUpperCase());
        const expected = roles.flatMap((role) => {
          const matches = slowly(role, operation);
          return matches.length > 0 ? [[role.id, matches]] : [];
        });
        expect(Object.fromEntries(found.map(({ id, matches }) => [id, matches])), operation).toEqual(
          Object.fromEntries(expected),
        );
      }
    },
  );

  test("a searched pattern finds every role that allows one of the operations it stands for", async () => {
    for (const pattern of [
      "*/listKeys/action",
      "Microsoft.Authorization/*",
      "microsoft.compute/virtualMachines/*",
      "*/runCommand*",
    ]) {
      const names = operations.filter((name) => isOne(pattern, name));
      const found = new Map((await ask("--allows", pattern)).map(({ id, matches }) => [id, matches]));
      for (const role of roles)
        for (const match of names.flatMap((name) => slowly(role, name)))
          if (!found.get(role.id)?.includes(match)) expect.fail(`${pattern}: ${role.roleName} by ${match}`);
      expect(found.size).toBeLessThan(roles.length);
      expect(names.length).toBeGreaterThan(3);
    }
  });

  test(
    "--covers lists the roles that allow all of it, none behind one that allows more",
    { timeout: 60_000 },
    async () => {
      const asked = ["Microsoft.Compute/virtualMachines/start/action", "Microsoft.Compute/virtualMachines/read"];
      const found = await ask("--covers", ...asked);
      const covering = roles.filter((role) => asked.every((name) => slowly(role, name).length > 0));
      expect(found.map(({ id }) => id).sort()).toEqual(covering.map(({ id }) => id).sort());
      const allowed = found.map(({ id }) => {
        const role = roles.find((one) => one.id === id)!;
        return new Set(operations.filter((name) => slowly(role, name).length > 0));
      });
      allowed.forEach((after, at) => {
        for (const before of allowed.slice(0, at))
          expect(after.size < before.size && [...after].every((name) => before.has(name))).toBe(false);
      });
      expect(found.at(-1)?.roleName).toBe("Owner");
    },
  );
});
