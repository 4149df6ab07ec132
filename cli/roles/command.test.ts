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

  const blobs = "Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read";
  const withData = {
    "roles.json": JSON.stringify([...roles, { ...role(4, "Blobs"), permissions: [{ dataActions: [blobs] }] }]),
  };

  test("no action allows what is known to be a data action, and no role with one is delegable", async () => {
    for (const option of ["--allows", "--covers"]) {
      const { out, notes } = await runAnswer([...given, option, blobs, "--format", "json"], withData);
      expect(JSON.parse(out), option).toMatchObject([{ roleName: "Blobs", delegable: "no", matches: [blobs] }]);
      expect(notes).toBe(`fresnel: ${blobs}: a data action, and Azure Lighthouse delegates none.\n`);
    }
    const delegable = await runAnswer([...given, "--allows", blobs, "--delegable"], withData);
    expect(delegable.out.trim().split("\n")).toHaveLength(1);
    const covering = await runAnswer([...given, "--covers", blobs, "--delegable"], withData);
    expect(covering.out.trim().split("\n")).toHaveLength(1);
    expect(covering.notes).toContain(`no such role allows ${blobs}`);
  });

  test("where nothing tells whether it is a data action, standard error says so", async () => {
    const { out, notes } = await runAnswer([...given, "--allows", blobs], files);
    expect(out).toContain("Reader");
    expect(notes).toContain(`${blobs}: whether it is a data action is not known`);
    expect((await runAnswer([...given, "--allows", start], files)).notes).toBe("");
  });

  test.each([
    [[...given, "--allows", "garbage value here"], '"garbage value here" is no operation'],
    [[...given, "--covers", start, "Microsoft.Compute/virtualMachines"], '"Microsoft.Compute/virtualMachines" is no'],
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
