import { armId, principalId, roleId, tenantId, type PrincipalId } from "@/lib/domain/ids";
import type { Assessment } from "../engine/assessment";
import { customersAffected, principalOf, roleOf } from "../evidence/affected";
import { takesEffectThrough } from "../evidence/takes-effect";
import type { Finding } from "../finding";

export const aims = ["customer", "delegation", "principal", "role"] as const;

/** Whose findings are asked for. Of a principal they are its own and those of the groups that it is in. */
export type Aim = Readonly<{ kind: (typeof aims)[number]; id: string }>;

/** Tells of each finding whether it is one of those; undefined for an id that is none. */
export function concerning({ kind, id }: Aim, assessment: Assessment): ((finding: Finding) => boolean) | undefined {
  switch (kind) {
    case "customer": {
      const tenant = tenantId(id);
      return tenant && ((finding) => customersAffected(finding, assessment).includes(tenant));
    }
    case "delegation": {
      const delegation = armId(id) && assessment.inventory.delegations.get(armId(id)!);
      if (!delegation) return armId(id) && (() => false);
      return takesEffectThrough(delegation, assessment);
    }
    case "principal": {
      const principal = principalId(id);
      if (!principal) return undefined;
      const held = selfAndGroups(principal, assessment);
      return (finding) => {
        const holder = principalOf(finding);
        return holder !== undefined && held.has(holder);
      };
    }
    case "role": {
      const role = roleId(id);
      return role && ((finding) => roleOf(finding) === role);
    }
  }
}

function selfAndGroups(principal: PrincipalId, { access: { people, upward } }: Assessment): ReadonlySet<PrincipalId> {
  const start = people.ids.find(principal);
  if (start < 0) return new Set([principal]);
  return new Set(Array.from(upward(start).nodes, (node) => people.ids.at(node)));
}
