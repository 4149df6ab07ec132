import { readerFor } from "@/lib/domain/findings/fixes/with-reader";
import { cannotJudge, found } from "@/lib/domain/findings/judgement";
import type { AuthorizationRule } from "@/lib/domain/findings/rule";
import type { RoleId } from "@/lib/domain/ids";
import { cited } from "../cited";
import { readerRole } from "../known-roles";
import { includesReader } from "../tiers";

export const eligibleWithoutReader: AuthorizationRule = {
  id: "LH-JIT-008",
  severity: "medium",
  title: "Eligible role without permanent Reader beside it",
  why: "Before the role is activated its holder sees nothing of the customer, so in an emergency there is nothing to activate it on.",
  how: "The principal of an eligible authorization has no permanent authorization in the same offer whose role includes all that Reader reads. Reader that comes through another group does not count: Azure asks for it at the same principal.",
  fix: "Add a permanent authorization with Reader for the same principal.",
  sources: [cited.eligibleAuthorizations],
  on: "authorization",
  access: "eligible",
  judge({ definition, authorization }, { role: roleOf }) {
    let unknown: RoleId | undefined;
    for (const { principal, role: id } of definition.authorizations) {
      if (principal !== authorization.principal) continue;
      if (id === readerRole) return undefined;
      const role = roleOf(id);
      if (!role) unknown = id;
      else if (includesReader(role)) return undefined;
    }
    return unknown ? cannotJudge({ kind: "unknownRole", about: unknown }) : found();
  },
  mend: ({ definition, authorization }) => ({
    definition,
    before: definition,
    after: {
      authorizations: [...definition.authorizations, readerFor(authorization)],
      eligibleAuthorizations: definition.eligibleAuthorizations,
    },
    missing: [],
  }),
};
