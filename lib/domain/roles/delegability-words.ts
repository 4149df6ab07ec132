import type { Refusal, Verdict } from "./delegability";

/** One sentence for a person. */
export function verdictWords(verdict: Verdict): string {
  switch (verdict.kind) {
    case "delegable":
      return "Azure Lighthouse can delegate this role.";
    case "onlyToAssign":
      return "Only with a list of roles in delegatedRoleDefinitionIds, to assign those to managed identities of the customer.";
    case "disputed":
      return `Microsoft's documentation allows this role, but the service's error text refuses roles with notDataActions (${verdict.notDataAction}). Try it before you rely on it.`;
    case "refused":
      return refusalWords(verdict.why);
  }
}

function refusalWords(why: Refusal): string {
  switch (why.reason) {
    case "custom":
      return "A custom role: Azure Lighthouse takes built-in roles only.";
    case "owner":
      return "Azure Lighthouse never delegates Owner.";
    case "dataActions":
      return why.count === 1
        ? `It has the data action ${why.first}, and Azure Lighthouse delegates none.`
        : `It has ${why.count} data actions, ${why.first} among them, and Azure Lighthouse delegates none.`;
    case "restrictedAction":
      return `It names ${why.action}, which Azure Lighthouse does not delegate.`;
    case "neverEligible":
      return "User Access Administrator cannot be eligible; it is delegated standing, with a list of roles, or not at all.";
  }
}
