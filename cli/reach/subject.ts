import type { AccessIndex } from "@/lib/domain/access/access-index";
import { blindSpotsOfPerson, seesAll } from "@/lib/domain/access/blind-spots";
import { principalIn } from "@/lib/domain/access/people";
import type { Target } from "@/lib/domain/access/target";
import { isConclusive } from "@/lib/domain/coverage";
import { customerRows } from "@/lib/domain/customer";
import { armId, principalId, subscriptionId, tenantId, type ArmId, type PrincipalId } from "@/lib/domain/ids";
import { scopeOf } from "@/lib/domain/scope";
import { shown } from "../program/print";
import { Refused, WrongUsage } from "../program/refused";

/** Somebody by id, or by user principal name. @throws {Refused} */
export function findPerson(index: AccessIndex, text: string): PrincipalId {
  const { ids } = index.people;
  const id = principalId(text);
  if (id && ids.find(id) >= 0) return id;
  const lower = text.trim().toLowerCase();
  const everybody = Array.from({ length: ids.size() }, (_, number) => ids.at(number));
  const found = id
    ? []
    : everybody.filter((one) => {
        const principal = principalIn(index, one);
        return principal.state === "found" && principal.kind === "user" && principal.detail?.toLowerCase() === lower;
      });
  const [only] = found;
  if (only && found.length === 1) return only;
  if (found.length > 1)
    throw new Refused(`several people are called ${shown(text)}; give one of their ids: ${found.join(", ")}.`);
  // A name proves nothing where names could not be read; an id does only where everything was.
  const isAll = id !== undefined && seesAll(blindSpotsOfPerson(index, -1)) && index.roleAssignments !== undefined;
  throw new Refused(
    isAll
      ? `no grant leads to ${shown(text)}, and everything was read.`
      : `nobody called ${shown(text)} is known; not everything could be seen, so somebody may still be.`,
  );
}

/** A customer by tenant id, name or domain. @throws {Refused} */
export function findCustomer({ inventory }: AccessIndex, text: string): Extract<Target, { kind: "customer" }> {
  const lower = text.trim().toLowerCase();
  const id = tenantId(text);
  const found = customerRows(inventory).filter(({ tenant, name, domain }) =>
    id ? tenant === id : name?.trim().toLowerCase() === lower || domain?.toLowerCase() === lower,
  );
  const [only] = found;
  if (only && found.length === 1) return { kind: "customer", customer: only.tenant };
  if (found.length > 1)
    throw new Refused(
      `several customers are called ${shown(text)}; give one of their ids: ${found.map(({ tenant }) => tenant).join(", ")}.`,
    );
  throw new Refused(unknown(`customer ${shown(text)}`, isConclusive(inventory.coverage)));
}

/** A subscription or resource group by its path, or a subscription by its id alone. @throws {Refused} */
export function findScope({ inventory, scopeTable }: AccessIndex, text: string): Extract<Target, { kind: "scope" }> {
  const bare = subscriptionId(text);
  const scope = scopeOf(bare ? (`/subscriptions/${bare}` as ArmId) : (armId(text) ?? ("/" as ArmId)));
  if (!scope)
    throw new WrongUsage(
      `--scope is the id of a subscription or resource group, such as /subscriptions/<id>/resourceGroups/<name>, not ${JSON.stringify(text)}.`,
    );
  const { subscription } = scope;
  const isKnown = inventory.subscriptions.has(subscription) || scopeTable.ownerOf(subscription) !== undefined;
  if (!isKnown) throw new Refused(unknown(`subscription ${subscription}`, isConclusive(inventory.coverage)));
  return { kind: "scope", scope };
}

const unknown = (what: string, isAll: boolean) =>
  isAll
    ? `there is no ${what} that delegates to us, and everything was read.`
    : `no ${what} is known; not everything could be seen, so it may still be there.`;
