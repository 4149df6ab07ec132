import { foundIf } from "@/lib/domain/findings/judgement";
import type { AuthorizationRule } from "@/lib/domain/findings/rule";
import { cited } from "../cited";
import { assignable } from "./assigning";

export const nothingToAssign: AuthorizationRule = {
  id: "LH-ESC-004",
  severity: "medium",
  title: "User Access Administrator without a list of roles",
  why: "Azure requires the list and says what the role is for by it. Without one nobody can tell what was agreed on, and what the holder may assign rests on how Azure happens to treat the gap.",
  how: "A permanent authorization for User Access Administrator whose delegatedRoleDefinitionIds are empty or absent.",
  fix: "Add the list with the narrow roles that managed identities need, or drop the authorization.",
  toCustomer:
    "We will list the narrow roles that managed identities need, or drop the authorization, and send you the changed offer.",
  sources: [cited.armReference, cited.onboard],
  on: "authorization",
  access: "standing",
  judge: (line) => foundIf(assignable(line)?.length === 0),
  facts: () => [{ label: "delegatedRoleDefinitionIds", value: "empty" }],
};
