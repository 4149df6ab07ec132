import type { Fact } from "../evidence/evidence";
import type { Assessment } from "../engine/assessment";
import type { PrincipalId } from "@/lib/domain/ids";

/** Whom offers name and through whom something comes to a principal: itself, or groups that it is in however deep. */
export function grantingTo(principal: PrincipalId, { access, definitionsNaming }: Assessment): PrincipalId[] {
  const { people, upward } = access;
  const start = people.ids.find(principal);
  if (start < 0) return [];
  return Array.from(upward(start).nodes, (node) => people.ids.at(node)).filter(
    (id) => definitionsNaming(id).length > 0,
  );
}

/** The same as facts, each of which can be opened. */
export const throughFacts = (principal: PrincipalId, assessment: Assessment): Fact[] =>
  grantingTo(principal, assessment).map((id) =>
    id === principal
      ? { label: "named by offers", value: "itself" }
      : { label: "through", value: { kind: "principal", principal: id } },
  );
