import { customerNames } from "../customer-name";
import type { PrincipalId, RoleId, TenantId } from "../ids";
import type { AccessIndex } from "./access-index";
import type { Answer } from "./answer";
import { eligible } from "./grant-table";
import { customersReached, holdersIn } from "./customers-reached";
import type { LevelOf } from "./matrix";
import { namesOf } from "./principal-state";
import type { Held, Reach } from "./reach";

/** Who holds the grants that lead to a customer. */
export type Through = Readonly<{
  id: PrincipalId;
  name: string | undefined;
  isDirect: boolean;
  /** All that comes through it has to be activated first. */
  isEligibleOnly: boolean;
}>;

/** A customer that a principal reaches, with the names that its ids stand for. */
export type ReachedRow = Readonly<{
  principal: PrincipalId;
  customer: TenantId;
  customerName: string | undefined;
  level: number | undefined;
  role: Readonly<{ id: RoleId; name: string | undefined }>;
  standing: Answer;
  eligible: Answer;
  assigned: Answer;
  /** What names the principal itself comes first. */
  through: readonly Through[];
  activeUntil: number | undefined;
  held: readonly Held[];
}>;

/** Strongest first. */
export function reachedRows(index: AccessIndex, reach: Reach, levelOf: LevelOf): ReachedRow[] {
  const nameOf = customerNames(index.inventory);
  const names = new Map<PrincipalId, string | undefined>();
  const nameOfHolder = (id: PrincipalId) => {
    if (!names.has(id)) {
      const { name, label } = namesOf(index, id);
      names.set(id, name ?? label);
    }
    return names.get(id);
  };
  return customersReached(index, reach, levelOf).map(({ strongest, through, ...line }) => {
    const standing = holdersIn(index, line.held, (grant) => index.grants.kinds[grant] !== eligible);
    return {
      ...line,
      principal: reach.principal,
      customerName: nameOf(line.customer).name,
      role: { id: strongest.role, name: index.inventory.roles.get(strongest.role)?.name },
      through: through
        .map((id) => ({
          id,
          name: nameOfHolder(id),
          isDirect: id === reach.principal,
          isEligibleOnly: !standing.includes(id),
        }))
        .sort((one, other) => Number(other.isDirect) - Number(one.isDirect)),
    };
  });
}
