import type { AccessIndex } from "@/lib/domain/access/access-index";
import type { Fact } from "@/lib/domain/findings/evidence/evidence";
import type { Together } from "./together";

/** The two roles that come together, who holds each, and a scope on which they do. */
export function grantFacts(
  { one, other }: Pick<Together, "one" | "other">,
  { grants, people, scopeTable }: AccessIndex,
): Fact[] {
  const scope = grants.scopes[one]!;
  return [
    ...[one, other].flatMap((grant): Fact[] => [
      { label: "Role", value: { kind: "role", role: grants.roleIds.at(grants.roles[grant]!) } },
      { label: "held by", value: { kind: "principal", principal: people.ids.at(grants.principals[grant]!) } },
    ]),
    {
      label: "on",
      value: {
        kind: "scope",
        scope: scopeTable.scopes[scope]!,
        customer: scopeTable.customers.at(scopeTable.customerOf[scope]!),
      },
    },
  ];
}
