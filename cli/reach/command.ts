import { indexAccess, type AccessIndex } from "@/lib/domain/access/access-index";
import { emptyDirectory } from "@/lib/domain/directory-reading";
import type { InventoryFile } from "@/lib/inventory-file/inventory-file";
import { azureManual, azureOptions } from "../azure/options";
import { inventoryGiven } from "../files/inventory-given";
import type { Command, Given } from "../program/command";
import type { Io } from "../program/io";
import { shown, tableText, toJsonText } from "../program/print";
import { WrongUsage } from "../program/refused";
import { reachOfPerson, reachTo, type NamedPrincipal, type ReachJson } from "./answer";
import { findCustomer, findPerson, findScope } from "./subject";

const questions = ["person", "scope", "customer"] as const;

export const reach: Command = {
  usage: "--person <id|upn> | --scope <id> | --customer <id|name>  [inventory.json]",
  mostWords: 1,
  options: {
    person: {
      type: "string",
      value: "id|upn",
      help: "What this principal reaches: the object id of a user, group or service principal, or a user principal name.",
    },
    scope: {
      type: "string",
      value: "id",
      help: "Who reaches this subscription or resource group: its path, or a subscription's id alone. What is granted on a subscription holds in its groups.",
    },
    customer: {
      type: "string",
      value: "id|name",
      help: "Who reaches anything of this customer: its tenant id, its name, or its domain.",
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
Who holds which role where, standing, eligible or assigned by Azure beside Lighthouse, through which groups and by which
offer. It reads an inventory file of "fresnel collect"; without one it reads Azure as it is now.

Every answer is yes, no, or cannot see. What could add to the answer and could not be seen is told on standard error, and
under cannotSee in JSON; only where nothing is told there is the answer all there is.

  fresnel reach --person mira@contoso.example inventory.json
  fresnel reach --customer "Fabrikam" --format json inventory.json`,
    },
    {
      heading: "JSON",
      text: `
{question, reach: [...], inVain: [...], cannotSee: [...]}

- reach: {principal, role, standing, eligible, assigned, paths, doubts}, each of the three "yes", "no" or "cannot see"; for a person with customer and scope as well. A path is {access, customer, scope, walk, sources, carries}: the walk begins with the principal and ends with whom the offer names; of many ways over groups, five are shown for each grant.
- inVain: {principal, role, access, reasons}: what is granted and gives nothing, such as by a deleted group.
- Customers, roles and principals are {id, name}; a name that is not known is null.`,
    },
    azureManual,
    {
      heading: "Exit codes",
      text: `
- 0: answered.
- 2: no such person, scope or customer is known; a file that is no inventory; not signed in; or wrong usage.`,
    },
  ],
  async run(given, io) {
    const question = questionOf(given);
    const file = await inventoryGiven(given, io);
    const index = indexOf(file);
    const answer = answerTo(index, question);
    if (given.text("format") === "json") io.out(toJsonText({ question: { [question.by]: question.text }, ...answer }));
    else printTable(answer, io);
    return 0;
  },
};

type Question = Readonly<{ by: (typeof questions)[number]; text: string }>;

function questionOf(given: Given): Question {
  const asked = questions.flatMap((by) => {
    const text = given.text(by);
    return text === undefined ? [] : [{ by, text }];
  });
  const [question] = asked;
  if (question && asked.length === 1) return question;
  throw new WrongUsage("fresnel reach answers one question: --person, --scope or --customer.");
}

const indexOf = ({ inventory, directory, roleAssignments }: InventoryFile): AccessIndex =>
  indexAccess({
    inventory,
    directory: directory?.directory ?? emptyDirectory,
    roleAssignments: roleAssignments && [...roleAssignments.assignments.values()],
  });

function answerTo(index: AccessIndex, { by, text }: Question): ReachJson {
  if (by === "person") return reachOfPerson(index, findPerson(index, text));
  return reachTo(index, by === "scope" ? findScope(index, text) : findCustomer(index, text));
}

const called = ({ name, id }: Readonly<{ name: string | null; id: string }>) => name ?? id;
const kindWords = ({ kind }: NamedPrincipal) =>
  kind === "servicePrincipal" ? "service principal" : (kind ?? "unknown kind");

function printTable({ reach: rows, inVain, cannotSee }: ReachJson, io: Pick<Io, "out" | "note">): void {
  io.out(
    tableText(
      ["PRINCIPAL", "KIND", "CUSTOMER", "SCOPE", "ROLE", "ACCESS", "THROUGH"],
      rows.flatMap(({ principal, role, paths }) =>
        paths.map(({ access, customer, scope, walk, sources, carries }) => [
          called(principal),
          kindWords(principal),
          called(customer),
          scope,
          called(role),
          carries === "yes" ? access : `${access}?`,
          `${walk.slice(1).map(called).join(" > ") || "itself"} (${sources.join(", ")})`,
        ]),
      ),
    ),
  );
  for (const { principal, role, access, reasons } of inVain)
    io.note(`in vain: ${shown(called(principal))}: ${shown(called(role))}, ${access}: ${shown(reasons.join("; "))}.`);
  for (const { principal, role, doubts } of rows)
    if (doubts.length > 0)
      io.note(
        `cannot see whether ${shown(called(principal))} has ${shown(called(role))}: ${shown(doubts.join("; "))}.`,
      );
  for (const one of cannotSee) io.note(`not seen: ${shown(one)}.`);
}
