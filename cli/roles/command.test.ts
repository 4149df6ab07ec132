import { describe, expect, test } from "vitest";
import { runAnswer } from "../testing/run-answer";

const role = (number: number, roleName: string, ...actions: string[]) => ({
  id: `00000000-0000-0000-0000-00000000000${number}`,
  roleName,
  permissions: [{ actions }],
});
const roles = [
  role(1, "Starter", "Microsoft.Compute/virtualMachines/start/action"),
  role(2, "Reader", "*/read"),
  role(3, "Machines", "Microsoft.Compute/virtualMachines/*"),
];
const files = { "roles.json": JSON.stringify(roles), "empty.json": "[]", "bad.json": '[\n{"id": 7}]' };
const given = ["roles", "--definitions", "roles.json"];
const start = "Microsoft.Compute/virtualMachines/start/action";

describe("fresnel roles", () => {
  test("prints a table by name, and one without rows as heads", async () => {
    const { code, out } = await runAnswer(given, files);
    expect([code, out.split("\n").map((line) => line.split(" ")[0])]).toEqual([
      0,
      ["ROLE", "Machines", "Reader", "Starter", ""],
    ]);
    const none = await runAnswer([...given, "--allows", "Microsoft.Web/sites/write"], files);
    expect([none.code, none.out.trim().split("\n")]).toEqual([0, [expect.stringContaining("ROLE")]]);
  });

  test("takes the operations of --covers in every way of writing a list", async () => {
    const read = "Microsoft.Compute/virtualMachines/read";
    const ways = [
      ["--covers", start, read],
      ["--covers", `${start},${read}`],
      ["--covers", start, "--format", "json", read],
      ["--covers", start, "--covers", read],
    ];
    for (const way of ways) {
      const { out } = await runAnswer(
        [...given, "--format=json", ...way.filter((word) => word !== "--format" && word !== "json")],
        files,
      );
      expect(JSON.parse(out), way.join(" ")).toMatchObject([
        { roleName: "Machines", matches: [roles[2]?.permissions[0]?.actions[0]] },
      ]);
    }
  });

  test("says on standard error what only several roles cover, or none", async () => {
    const several = await runAnswer([...given, "--covers", start, "Microsoft.Web/sites/read"], files);
    expect([several.code, several.notes]).toEqual([0, expect.stringContaining("together: Starter + Reader")]);
    const none = await runAnswer([...given, "--covers", start, "Microsoft.Web/sites/write"], files);
    expect(none.notes).toContain("no such role allows Microsoft.Web/sites/write");
  });

  test.each([
    [["roles", "--definitions", "bad.json"], "bad.json:2: $[0].id should be a role's GUID"],
    [["roles", "--definitions", "gone.json"], "gone.json does not exist"],
    [["roles", "--definitions", "roles.json", "stray"], 'does not expect "stray"'],
    [["roles"], "cannot judge"],
    [["rolls"], 'Did you mean "roles"?'],
    [["--version"], 'There is no option "--version"'],
  ])("%j ends with 2 and prints no result", async (args, words) => {
    const { code, out, notes } = await runAnswer(args, files);
    expect([code, out, notes]).toEqual([2, "", expect.stringContaining(words)]);
  });

  test("an empty list is an answer, and is remarked upon", async () => {
    const { code, out, notes } = await runAnswer(["roles", "--definitions", "empty.json", "--format", "json"], files);
    expect([code, out, notes]).toEqual([0, "[]\n", "fresnel: empty.json holds no role.\n"]);
  });
});
