import { azureManual, azureOptions } from "../azure/options";
import { completenessOf } from "../collect/completeness";
import { inventoryGiven } from "../files/inventory-given";
import { policyGiven, policyOption } from "../files/policy-file";
import type { Command } from "../program/command";
import { judge } from "./judge";
import { print, type Format } from "./print";
import { matters, minSeverity, severeEnough } from "./severity-option";

export const findings: Command = {
  usage: "[inventory.json] [--min-severity <severity>] [--policy <file>] [--format table|json|csv|sarif]",
  mostWords: 1,
  options: {
    "min-severity": minSeverity,
    policy: policyOption,
    format: {
      type: "string",
      choices: ["table", "json", "csv", "sarif"],
      help: "How to print the findings; a table unless said otherwise.",
    },
    ...azureOptions,
  },
  manual: [
    {
      heading: "What it answers",
      text: `
Judges every delegation, offer and holder by the rules that the app judges by, worst findings first. It reads an inventory
file of "fresnel collect", as of the time when that was collected; without one it reads Azure as it is now.

  fresnel collect --out inventory.json
  fresnel findings inventory.json --min-severity high
  fresnel findings inventory.json --policy policy.json --format sarif > findings.sarif`,
    },
    {
      heading: "JSON",
      text: `
{asOf, findings: [...], cannotJudge: [{rule, why, fix, about}]}

- findings: {rule, title, severity, message, fingerprint, customers, customerCount, scopes, scopeCount, offers, principal, role, access, fix}. Of customers and scopes the first hundred are listed; the counts are of all. The fingerprint is the same for the same rule and subject in every run and on every machine. Customers, principal and role are {id, name}; principal, role and access are null where a finding is about none.
- cannotJudge: what a rule has no answer for, and what to do about it; rule is null where no rule has one. "about" holds the ids of what it is so for, and is empty where it is so for all.`,
    },
    azureManual,
    {
      heading: "Exit codes",
      text: `
- 0: no finding of the severity asked for, and all that an inventory can tell was judged.
- 1: some findings of that severity, whether or not all could be judged: a pipeline that stops on 1 never misses one because something else was hidden.
- 2: none, but a rule of that severity could not be judged for something; or a file that is none, not signed in, or wrong usage. What Fresnel does not read at all, such as Conditional Access, is listed and does not count: no inventory tells it.`,
    },
  ],
  async run(given, io) {
    // A wrong policy is told before anything is read.
    const policy = policyGiven(given, io);
    const file = await inventoryGiven(given, io);
    const judged = judge(file, policy);
    const severe = severeEnough(judged.findings, given);
    const cannotJudge = judged.cannotJudge.filter(({ rule }) => matters(rule, policy, given));
    const origin = {
      file: given.words[0],
      collectedAt: file.collectedAt,
      isComplete: completenessOf(file) === "complete",
    };
    print({ ...judged, findings: severe, cannotJudge }, (given.text("format") ?? "table") as Format, origin, io);
    if (severe.length > 0) return 1;
    return cannotJudge.some(({ isBeyond }) => !isBeyond) ? 2 : 0;
  },
};
