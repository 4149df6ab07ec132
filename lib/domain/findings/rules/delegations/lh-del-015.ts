import type { Definition } from "@/lib/domain/definition";
import type { Assessment } from "@/lib/domain/findings/engine/assessment";
import { cannotJudge, hit, type Hit } from "@/lib/domain/findings/judgement";
import type { DefinitionRule } from "@/lib/domain/findings/rule";
import { cited } from "../cited";

export const namelessOffer: DefinitionRule = {
  id: "LH-DEL-015",
  severity: "low",
  title: "Offer that does not say whose it is, or what for",
  why: "The customer reads name and description when it decides whether access is still wanted: what says nothing is removed by mistake, or copied by somebody who pretends to be us.",
  how: "The offer's name or description is empty, or neither has our tenant's name in it, in full or its first word.",
  fix: "Write our name and what the offer is for into mspOfferName and mspOfferDescription, and deploy the offer again.",
  toCustomer: "We will write our name and what the offer is for into it, and send you the changed offer.",
  sources: [cited.onboard],
  on: "definition",
  judge(definition, assessment): Iterable<Hit> {
    const { offer, description = "" } = definition;
    if (!offer.trim() || !description.trim()) return [hit({ kind: "definition", definition })];
    const name = nameOfOurs(definition, assessment);
    if (!name)
      return [
        cannotJudge({
          kind: "unread",
          what: "The name of our own tenant",
          fix: "Read it again; everybody who can sign in may read the tenants that they are in.",
        }),
      ];
    return isNamed(`${offer} ${description}`, name) ? [] : [hit({ kind: "definition", definition })];
  },
  facts: (subject) =>
    subject.kind === "definition"
      ? [
          { label: "mspOfferName", value: subject.definition.offer || "empty" },
          { label: "mspOfferDescription", value: subject.definition.description || "empty" },
        ]
      : [],
};

const nameOfOurs = ({ managingTenant, managingTenantName }: Definition, { inventory }: Assessment) =>
  inventory.tenants.get(managingTenant)?.name ?? managingTenantName;

function isNamed(text: string, name: string): boolean {
  const lower = text.toLowerCase();
  const [first = name] = name.trim().split(/\s+/);
  return [name, first].some((one) => one.length > 2 && lower.includes(one.toLowerCase()));
}
