import { placeOf } from "@/lib/domain/json/node";
import { checkTemplate } from "@/lib/domain/template/check/check-template";
import { readTemplate, type ReadTemplate } from "@/lib/domain/template/read-template";
import { TemplateError } from "@/lib/domain/template/template-error";
import { azureManual, azureOptions } from "../azure/options";
import { definitionsOption, NoRoles, rolesGiven } from "../azure/roles";
import { policyGiven, policyOption } from "../files/policy-file";
import { matters, minSeverity, severeEnough } from "../findings/severity-option";
import type { Command } from "../program/command";
import type { Io } from "../program/io";
import { shown } from "../program/print";
import { Refused, WrongUsage } from "../program/refused";
import { print, type Files } from "./print";

export const check: Command = {
  usage: "<template.json> [--parameters <file>] [--definitions <file>]",
  mostWords: 1,
  options: {
    parameters: { type: "string", value: "file", help: "The parameters file that the template is deployed with." },
    definitions: definitionsOption,
    policy: policyOption,
    "min-severity": minSeverity,
    format: {
      type: "string",
      choices: ["table", "json", "sarif"],
      help: "How to print the findings; a table unless said otherwise.",
    },
    ...azureOptions,
  },
  manual: [
    {
      heading: "What it answers",
      text: `
The rules for live delegations that a template alone can answer: whether its roles can be delegated, which hand out secrets
or run code without activation, whether just-in-time policies hold, whether the offer can be ended, and what does not deploy.

It reads templates of Azure Resource Manager in JSON, for a subscription, for resource groups, with nested deployments,
loops, variables and parameters, the policy that onboards a management group, and the manifest of a plan in the marketplace.
Comments and trailing commas may stand in them. Expressions are evaluated where files alone can tell; where they cannot, the
part is named and left out. Who people are is in no template: what turns on it is listed as not judged.

A role that the list of roles does not have is not judged; where the list is Azure's whole one, the role does not exist, and
that is a finding.

  fresnel check offer.json --parameters offer.parameters.json --definitions roles.json
  fresnel check offer.json --definitions roles.json --format sarif > offer.sarif`,
    },
    {
      heading: "JSON",
      text: `
{findings: [{rule, severity, path, message, file, line}], cannotJudge: [{rule, path, message, file, line}]}

- rule: such as "LH-SEC-001"; in cannotJudge null where it concerns every rule.
- severity: "critical", "high", "medium", "low" or "info". Findings come worst first.
- path: a JSON path to the spot, in the file that "file" names: the template, or the parameters file.`,
    },
    azureManual,
    {
      heading: "Exit codes",
      text: `
- 0: no finding of the severity asked for.
- 1: some, whether or not all could be judged.
- 2: none, but a rule of that severity could not be judged, or the managing tenant is no id; or this is no template of Azure Lighthouse, or wrong usage. What only a directory could tell does not count: no template can.`,
    },
  ],
  async run(given, io) {
    const [name] = given.words;
    if (name === undefined) throw new WrongUsage("fresnel check needs a template: fresnel check <template.json>.");
    const files = filesIn(name, given.text("parameters"), io);
    const template = read(files);
    for (const one of template.undeclared)
      io.note(`fresnel: ${files.parameters?.name ?? ""} gives ${shown(one)}, which the template does not have.`);
    const policy = policyGiven(given, io);
    const known = await rolesGiven(given, io).catch((error: unknown) => {
      if (!(error instanceof NoRoles)) throw error;
      io.note(`fresnel: ${error.message}`);
      return undefined;
    });
    const checked = checkTemplate(template, {
      roles: known?.roles,
      hasAllRoles: known?.isWhole ?? false,
      policy,
      now: Date.now(),
    });
    const findings = severeEnough(
      checked.findings.map((one) => ({ ...one, severity: one.finding.severity })),
      given,
    );
    print({ ...checked, findings }, given.text("format"), files, io);
    if (findings.length > 0) return 1;
    return checked.cannotJudge.some(({ rule, isBeyond }) => !isBeyond && matters(rule, policy, given)) ? 2 : 0;
  },
};

function filesIn(template: string, parameters: string | undefined, io: Pick<Io, "read">): Files {
  const file = (name: string) => ({ name, text: io.read(name) });
  return { template: file(template), parameters: parameters === undefined ? undefined : file(parameters) };
}

function read({ template, parameters }: Files): ReadTemplate {
  try {
    return readTemplate(template.text, parameters?.text);
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    const { name, text } = error.file === "parameters" && parameters ? parameters : template;
    throw new Refused(`${name}:${placeOf(text, error.at).line}: ${error.message}.`);
  }
}
