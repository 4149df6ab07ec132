import { existsSync, readFileSync } from "node:fs";
import { emptySet, sizeOf } from "../lib/domain/roles/bitset";
import { operationsIn } from "../lib/domain/roles/effective-operations";
import { createOperationIndex } from "../lib/domain/roles/operation-index";
import { delegatedPrivilegeOf } from "../lib/domain/roles/privilege";
import { rolesAllowing } from "../lib/domain/roles/roles-allowing";
import { smallestRoles } from "../lib/domain/roles/smallest-roles";
import type { Permission, Role } from "../lib/domain/role";
import { figure, median } from "./figures";

/*
 * What all built-in roles come to over all known operations, beside regular expressions in the same run: compiled before,
 * for each role, entry and pattern, and asked until the first that matches.
 */
const folder = "../shared/data";
if (!existsSync(folder)) {
  console.log(`Azure's published roles and operations are not there (${folder}): nothing was measured.`);
  process.exit(0);
}
const runs = 7;

const read = <Row>(file: string) => JSON.parse(readFileSync(`${folder}/${file}`, "utf8")) as Row[];
const names = [
  ...new Set(read<{ name: string }>("azure-provider-operations.json").map(({ name }) => name.toLowerCase())),
];

type Published = Omit<Role, "name" | "kind"> & { roleName: string };

/** Roles as they come from Azure: new values, of which nothing is remembered. */
const freshRoles = () =>
  read<Published>("azure-builtin-roles.json").map(({ roleName, ...role }): Role => ({
    ...role,
    name: roleName,
    kind: "builtIn",
  }));

/** Milliseconds of each run; both kinds take turns, so a busy moment meets both. */
function inTurns<Given>(prepare: () => Given, ...measured: readonly ((given: Given) => void)[]): number[][] {
  const times = measured.map((): number[] => []);
  for (let run = 0; run < runs; run++)
    measured.forEach((measure, at) => {
      const given = prepare();
      const startedAt = performance.now();
      measure(given);
      times[at]?.push(performance.now() - startedAt);
    });
  return times;
}

const compile = (patterns: readonly string[]) =>
  patterns.map((pattern) => {
    const text = pattern.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", ".*");
    return new RegExp(`^${text}$`, "i");
  });

/** The number of every operation that each role allows. */
function byExpressions(roles: readonly { actions: RegExp[]; notActions: RegExp[] }[][]): number[][] {
  return roles.map((entries) =>
    names.flatMap((name, number) =>
      entries.some(
        ({ actions, notActions }) =>
          actions.some((expression) => expression.test(name)) &&
          !notActions.some((expression) => expression.test(name)),
      )
        ? [number]
        : [],
    ),
  );
}

const byIndex = (roles: readonly Role[], index = createOperationIndex(names)) =>
  roles.map(({ permissions }) => operationsIn(permissions, "control", index));

const roles = freshRoles();
const expressions = roles.map(({ permissions }) =>
  permissions.map(({ actions, notActions }) => ({ actions: compile(actions), notActions: compile(notActions) })),
);

const index = createOperationIndex(names);
const numberOf = names.map((name) => index.numberOf(name) ?? -1);
const slow = byExpressions(expressions).map((numbers) => numbers.map((number) => numberOf[number] ?? -1));
const fast = byIndex(roles);
const isSame = slow.every((numbers, at) => {
  const set = fast[at] ?? emptySet(0);
  return sizeOf(set) === numbers.length && numbers.every((number) => ((set[number >>> 5] ?? 0) >>> (number & 31)) & 1);
});
const pairs = fast.reduce((sum, set) => sum + sizeOf(set), 0);
console.log(`${roles.length} roles × ${names.length} operations, ${pairs.toLocaleString("en")} pairs`);
if (!isSame) throw new Error("The index and the regular expressions do not agree.");

const ready = createOperationIndex(names);
const [naive = [], built = [], warm = []] = inTurns(
  freshRoles,
  () => byExpressions(expressions),
  (given) => byIndex(given),
  (given) => byIndex(given, ready),
);
figure("regular expressions, compiled before", naive, "ms");
figure("our index, building it included", built, "ms");
figure("our index, built before", warm, "ms");
figure("times as fast, building included", [median(naive) / median(built)], "×", { atLeast: 40 });
figure("times as fast, built before", [median(naive) / median(warm)], "×");

const [levels = []] = inTurns(freshRoles, (given) => given.forEach(delegatedPrivilegeOf));
figure("privilege of every role, without a list", levels, "ms");

const known = { control: index, data: createOperationIndex([]) };
const asked = [
  "Microsoft.Compute/virtualMachines/start/action",
  "Microsoft.Network/networkInterfaces/read",
  "Microsoft.Support/supportTickets/write",
];
const [who = [], smallest = []] = inTurns(
  freshRoles,
  (given) => rolesAllowing(given, "Microsoft.Compute/*"),
  (given) => smallestRoles(asked, given, known),
);
figure("which roles allow something of a pattern", who, "ms");
figure(`smallest roles for ${asked.length} operations`, smallest, "ms");

/* A custom role that is made to hold us up, over names that nearly match; Azure's longest has 154 characters. */
const namesOfLength = (letters: number) =>
  createOperationIndex(Array.from({ length: 14_000 }, (_, at) => `microsoft.x/${"a".repeat(letters)}${at}/read`));
const [long, longer] = [namesOfLength(180), namesOfLength(520)];
const most = { atMost: 20 };
const attacks = [
  { name: "9 stars", pattern: `microsoft.x/${"*a".repeat(9)}*!`, over: long, target: most },
  {
    name: "9 stars, each text nearly there",
    pattern: `*${`${"a".repeat(21)}*`.repeat(7)}b*`,
    over: long,
    target: most,
  },
  { name: "150 stars", pattern: `${"*a".repeat(149)}*b*`, over: long, target: most },
  {
    name: "500 characters, 9 stars",
    pattern: `*${`${"a".repeat(62)}*`.repeat(7)}${"a".repeat(60)}b*`,
    over: longer,
    target: most,
  },
  { name: "512 characters, 255 stars", pattern: `${"*a".repeat(254)}*b*`, over: longer, target: most },
];
console.log("\na hostile custom role over 14,000 names of 200 characters, the last two over names of 540");
for (const { name, pattern, over, target } of attacks) {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    // A pattern of its own in each run, since what an index has found it remembers.
    const entry: Permission = {
      actions: [pattern + "*".repeat(run)],
      notActions: [],
      dataActions: [],
      notDataActions: [],
    };
    const startedAt = performance.now();
    operationsIn([entry], "control", over);
    times.push(performance.now() - startedAt);
  }
  figure(name, times, "ms", target);
}
const startedAt = performance.now();
compile([`microsoft.x/${"*a".repeat(5)}*!`]).forEach((expression) => expression.test(`microsoft.x/${"a".repeat(60)}`));
figure("a regular expression, 5 stars, one short name", [performance.now() - startedAt], "ms");
