import type { Definition, History, ProvisioningState } from "./definition";
import type { ArmId, TenantId } from "./ids";
import type { Scope } from "./scope";

/** A registration assignment: one definition attached to one scope. */
export type Delegation = Readonly<{
  id: ArmId;
  /** The GUID at the end of the id. */
  name: string;
  scope: Scope;
  /** The tenant that owns the scope today. It differs from `definition.customer` after a subscription was transferred. */
  customer: TenantId;
  definitionId: ArmId;
  /** undefined: the delegation is certain, but its definition could not be read. */
  definition: Definition | undefined;
  state: ProvisioningState;
  history: History;
  /** The record as Azure sent it; undefined in an inventory that was kept without it. */
  raw: unknown;
  /** How the resource group's name was given, where `raw` is not there to tell. */
  givenResourceGroup?: string;
}>;

/** The scope now belongs to another tenant than the one that signed the offer. */
export const isTransferred = ({ customer, definition }: Delegation): boolean =>
  definition?.customer !== undefined && definition.customer !== customer;
