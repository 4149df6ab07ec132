import type { Definition } from "@/lib/domain/definition";
import type { PrincipalId } from "@/lib/domain/ids";
import { missingIn, type AuthorizationChange, type Missing } from "./authorization-change";
import type { Holder } from "./usual-holder";

/** The group that we still have to name, as a template holds it: whoever deploys it gives its object id. */
export const groupToName: Holder = {
  // A template's expression stands where Azure wants an id.
  principal: "[parameters('groupObjectId')]" as unknown as PrincipalId,
  label: "The group that takes this over",
};

/** The offer with another holder in the place of one. What the other holds already is not said twice. */
export function withOtherHolder(
  definition: Definition,
  principal: PrincipalId,
  other: Holder,
  missing: readonly Missing[] = [],
): AuthorizationChange {
  const replaced = <Line extends Holder & { role: string }>(lines: readonly Line[]): Line[] => {
    const held = new Set(lines.filter((line) => line.principal === other.principal).map(({ role }) => role));
    return lines
      .filter((line) => line.principal !== principal || !held.has(line.role))
      .map((line) => (line.principal === principal ? { ...line, ...other } : line));
  };
  const after = {
    authorizations: replaced(definition.authorizations),
    eligibleAuthorizations: replaced(definition.eligibleAuthorizations),
  };
  return { definition, before: definition, after, missing: [...missing, ...missingIn(after)] };
}
