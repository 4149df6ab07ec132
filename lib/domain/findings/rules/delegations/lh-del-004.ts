import { withSeeingGroup } from "@/lib/domain/findings/fixes/with-seeing-group";
import { cannotJudge, hit, type Hit } from "@/lib/domain/findings/judgement";
import type { DefinitionRule } from "@/lib/domain/findings/rule";
import type { RoleId } from "@/lib/domain/ids";
import { cited } from "../cited";
import { readerRole } from "../known-roles";
import { includesReader } from "../tiers";

export const readerMissing: DefinitionRule = {
  id: "LH-DEL-004",
  severity: "medium",
  title: "Nobody can see the customer: no role includes Reader",
  why: "The customer does not appear under My customers, so that what was delegated is forgotten, and with it whatever goes wrong there.",
  how: "No permanent authorization of the offer has Reader, or a role that reads all that Reader does. Eligible ones do not count: there is nothing to see that one could activate them on.",
  fix: "Add Reader for a group of all who look after the customer.",
  toCustomer: "We will add Reader for a group of all who look after your resources, and send you the changed offer.",
  sources: [cited.viewCustomers, cited.onboard],
  on: "definition",
  judge(definition, { role: roleOf }): Iterable<Hit> {
    let unknown: RoleId | undefined;
    for (const { role: id } of definition.authorizations) {
      if (id === readerRole) return [];
      const role = roleOf(id);
      if (!role) unknown = id;
      else if (includesReader(role)) return [];
    }
    return [unknown ? cannotJudge({ kind: "unknownRole", about: unknown }) : hit({ kind: "definition", definition })];
  },
  mend: (subject, assessment) =>
    subject.kind === "definition" ? withSeeingGroup(subject.definition, assessment) : undefined,
};
