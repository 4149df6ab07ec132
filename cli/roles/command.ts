import type { Role } from "@/lib/domain/role";
import { searchOf } from "@/lib/domain/roles/operation-search";
import { planeNotes } from "@/lib/domain/roles/plane-notes";
import type { PlacedOperation } from "@/lib/domain/roles/plane-of-operation";
import type { SmallestRoles } from "@/lib/domain/roles/smallest-roles";
import { azureManual, azureOptions } from "../azure/options";
import { definitionsOption, rolesGiven } from "../azure/roles";
import type { Command, Given } from "../program/command";
import type { Io } from "../program/io";
import { shown, tableText, toJsonText } from "../program/print";
import { WrongUsage } from "../program/refused";
import { answerRoles, type RolesQuestion } from "./answer";

export const roles: Command = {
  usage: "[--definitions <file>] [--allows <operation>] [--covers <operation> …] [--delegable [standing|eligible]]",
  mostWords: Infinity,
  options: {
    definitions: definitionsOption,
    allows: {
      type: "string",
      value: "operation",
      help: "Keep the roles that allow this operation, or something of this pattern.",
    },
    covers: {
      type: "string",
      value: "operation",
      multiple: true,
      help: "Keep the roles that allow all of these operations and patterns. Several may follow, with spaces or commas between, and the option may be repeated.",
    },
    delegable: {
      type: "string",
      choices: ["standing", "eligible"],
      bare: "standing",
      help: "Keep the roles that surely can be delegated: standing (the default), or eligible.",
    },
    format: {
      type: "string",
      choices: ["table", "json"],
      help: "How to print the answer; a table unless said otherwise.",
    },
    ...azureOptions,
  },
  manual: [
    {
      heading: "What it answers",
      text: `
For each role: whether an authorization of Azure Lighthouse may name it today, standing and eligible, by Microsoft's
published rules; if not, why; and which of its own patterns match what was searched.

Patterns are compared with patterns, without regard to case, and * stands for any letters, a slash among them. What an entry
takes away with notActions is not allowed by that entry. What is known to be a data action is searched among data actions:
no action allows it, and Azure Lighthouse delegates none. Where that is not known, standard error says so.

  fresnel roles --definitions roles.json --allows Microsoft.Storage/storageAccounts/listKeys/action
  fresnel roles --definitions roles.json --covers Microsoft.Compute/virtualMachines/start/action \\
    Microsoft.Compute/virtualMachines/read --delegable eligible --format json`,
    },
    {
      heading: "Order",
      text: `
By name; with --allows, roles that allow all of a pattern come before those that allow some of it. With --covers, the role
that gives away the fewest secrets beyond what was asked for comes first, then the one that allows the least, counted in the
operations and patterns that the list of roles itself names. Where no role covers all alone, standard error names the
smallest that do together.`,
    },
    {
      heading: "JSON",
      text: `
A list of {id, roleName, delegable, eligible, reason, matches}:

- id: the role's GUID, in lower case.
- delegable: "yes", "no", or "conditional", which is User Access Administrator (only with delegatedRoleDefinitionIds) and roles on which Microsoft's documentation and the service disagree.
- eligible: "yes" or "no"; "no" also where documentation and service disagree.
- reason: why not, in a sentence, or null.
- matches: the role's own patterns that match --allows or --covers, as the role writes them.`,
    },
    azureManual,
    {
      heading: "Exit codes",
      text: `
- 0: answered, if only with an empty list.
- 2: cannot judge: neither a file nor Azure told what roles allow; a file that is none; or wrong usage.`,
    },
  ],
  async run(given, io) {
    const words = wordsOf(given);
    const { roles: all } = await rolesGiven(given, io);
    const question = questionOf(words, all);
    const { rows, together } = answerRoles(all, question);
    if (given.text("format") === "json") io.out(toJsonText(rows));
    else
      io.out(
        tableText(
          ["ROLE", "DELEGABLE", "ELIGIBLE", "ID", "MATCHES", "REASON"],
          rows.map(({ roleName, delegable, eligible, id, matches, reason }) => [
            roleName,
            delegable,
            eligible,
            id,
            matches.length > 3 ? `${matches.slice(0, 3).join(" ")} (${matches.length - 3} more)` : matches.join(" "),
            reason ?? "",
          ]),
        ),
      );
    notePlanes([...(question.allows ? [question.allows] : []), ...question.covers], io);
    if (together) noteTogether(together, io);
    return 0;
  },
};

type Words = Readonly<{ allows: readonly string[]; covers: readonly string[] } & Pick<RolesQuestion, "delegable">>;

function wordsOf(given: Given): Words {
  const covers = given.texts("covers");
  const [word] = given.words;
  if (word !== undefined && covers.length === 0)
    throw new WrongUsage(`fresnel roles does not expect ${JSON.stringify(word)}.`);
  const allows = given.text("allows")?.trim();
  return {
    allows: allows === undefined ? [] : [allows],
    covers: [...covers, ...given.words].flatMap((text) => text.split(/[\s,]+/)).filter(Boolean),
    delegable: given.text("delegable") as RolesQuestion["delegable"],
  };
}

function questionOf({ allows, covers, delegable }: Words, all: readonly Role[]): RolesQuestion {
  const placed = (operations: readonly string[]): readonly PlacedOperation[] => {
    const { asked, refused } = searchOf(operations, all);
    const [first] = refused;
    if (first !== undefined)
      throw new WrongUsage(
        `${JSON.stringify(first)} is no operation: one names a provider, a type and what is done with it, such as ` +
          `Microsoft.Compute/virtualMachines/start/action, and * may stand for parts.`,
      );
    return asked;
  };
  return { allows: placed(allows)[0], covers: placed(covers), delegable };
}

function noteTogether({ impossible, covers, isExhaustive }: SmallestRoles, io: Pick<Io, "note">): void {
  if (impossible.length > 0)
    return io.note(`fresnel: no such role allows ${impossible.slice(0, 5).map(shown).join(", ")}.`);
  io.note(`fresnel: no such role allows all of it alone.${isExhaustive ? "" : " The search was cut short."}`);
  for (const { roles: some } of covers) io.note(`  together: ${some.map(({ name }) => shown(name)).join(" + ")}`);
}

function notePlanes(asked: readonly PlacedOperation[], io: Pick<Io, "note">): void {
  for (const { words, operations } of planeNotes(asked))
    io.note(
      `fresnel: ${operations.slice(0, 5).map(shown).join(", ")}: ${words.charAt(0).toLowerCase()}${words.slice(1)}.`,
    );
}
