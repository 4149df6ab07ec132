import { isTransferred } from "@/lib/domain/delegation";
import { cannotJudge, foundIf } from "@/lib/domain/findings/judgement";
import type { DelegationRule } from "@/lib/domain/findings/rule";
import { cited } from "../cited";

export const transferred: DelegationRule = {
  id: "LH-DEL-011",
  severity: "high",
  title: "Subscription moved to another tenant, and the delegation came along",
  why: "Its owner of today never agreed to our access, and may not know of it; we reach somebody's resources without a contract.",
  how: "The definition's manageeTenantId, whoever signed, differs from the tenant that owns the subscription now.",
  fix: "Ask the owner of today whether the contract goes on: have it deploy the offer anew, or end the delegation.",
  toCustomer: "Please tell us whether our work on it goes on: deploy the offer anew if so, or remove the delegation.",
  sources: [cited.tenantsUsersRoles, cited.threatMatrix],
  on: "delegation",
  judge(delegation) {
    const { definition } = delegation;
    if (!definition) return undefined;
    if (definition.customer === undefined)
      return cannotJudge({
        kind: "unread",
        what: "Who signed the offer (manageeTenantId)",
        fix: "Azure tells it with version 2022-10-01 of the Managed Services API; ask the customer for its own record of the definition.",
        about: definition.id,
      });
    return foundIf(isTransferred(delegation));
  },
  facts: (subject) =>
    subject.kind === "delegation"
      ? [
          { label: "manageeTenantId", value: subject.delegation.definition?.customer ?? "not told" },
          { label: "tenantId", value: subject.delegation.customer },
        ]
      : [],
};
